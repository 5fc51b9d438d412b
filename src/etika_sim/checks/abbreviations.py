"""Abbreviations that everybody at an Indonesian counter reads without a thought; a table.

They stand on identity cards, forms, signs and telephones, or are said more often than what they
stand for, so that their long form would only stop the reader. Names of bodies and duties that people
learn in their office (UPG, LHKPN, SPIP, APIP) are none of that, however often an official says them.
"""

from __future__ import annotations

_WHO = "ASN PNS PPPK TNI POLRI DPR DPRD MPR KPK NKRI RI WNI WNA"
_PAPERS = "KTP KK SIM STNK NIK NIP NPWP SK SKCK UU PP PBB"
_PLACES = "RT RW DKI DIY NTB NTT"
_SCHOOLS = "SD SMP SMA SMK TK"
_MONEY = "ATM PIN PT CV BPJS PLN BBM UMKM THR"
_THINGS = "AC TV HP WA SMS PDF USB CCTV GPS QR QRIS ID TI IT CD LCD LED"
_WRITING = "WIB WITA WIT OK VIP"

COMMON = frozenset(" ".join((_WHO, _PAPERS, _PLACES, _SCHOOLS, _MONEY, _THINGS, _WRITING)).split())
