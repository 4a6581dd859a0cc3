"""python -m tools.measure build/deck.pptx …

Converts with LibreOffice, measures, prints what is wrong. Ends with 1 if anything is.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from tools.measure.measure import measure
from tools.measure.office import NoOfficeError


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tools.measure", description="Measure how .pptx files come out."
    )
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE.pptx")
    parser.add_argument("--json", action="store_true", help="findings and empty shares, for programs")
    parser.add_argument("--shares", action="store_true", help="also say how empty each slide is")
    wishes = parser.parse_args()
    try:
        results = measure(wishes.files)
    except NoOfficeError as fault:
        sys.exit(str(fault))
    if wishes.json:
        by_file = {str(file): asdict(each) for file, each in results.items()}
        print(json.dumps(by_file, indent=2, ensure_ascii=False))
    else:
        for file, each in results.items():
            for finding in each.findings:
                print(f"{file}: {finding}")
            if wishes.shares:
                for number, (title, share) in enumerate(zip(each.titles, each.empty_shares, strict=True), 1):
                    print(f"{file}: slide {number}: {share:.0%} empty in one piece: {title}")
            print(f"{file}: {len(each.titles)} slides, {len(each.findings)} findings")
    return int(any(each.findings for each in results.values()))


if __name__ == "__main__":
    sys.exit(main())
