"""How the time to establish a text grows: python tests/benchmarks/intake.py

The agreement for 2009 again and again, 0.1, 1 and 5 MB; seconds per MB should stay the same.
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.intake.catalogue import read_catalogue
from reader.intake.shelf import establish_all
from reader.intake.source import canonical, raw_witness
from reader.paths import shipped

agreement = read_catalogue(shipped("seeds"))[0]
witness = agreement.witnesses[0]
text = canonical(raw_witness(shipped("seeds") / witness.file))
for kind in ("wrapped", "lines", "transcript"):
    alone = agreement._replace(witnesses=(witness._replace(kind=kind),))
    for size in (100_000, 1_000_000, 5_000_000):
        long = text * round(size / len(text))
        begun = time.perf_counter()
        establish_all((alone,), {witness.file: long})
        taken = time.perf_counter() - begun
        print(f"{kind:12} {len(long) / 1e6:4.1f} MB {taken:6.2f} s {taken / len(long) * 1e6:6.2f} s per MB")
