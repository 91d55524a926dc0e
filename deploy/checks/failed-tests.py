"""Prints each test that failed after a point in time, with its message: the end of a long log shows the reason.

Use: python3 failed-tests.py SECONDS_SINCE_1970
"""

import pathlib
import sys
import xml.etree.ElementTree as ElementTree

LINES_OF_A_TRACE = 25

since = float(sys.argv[1])
root = pathlib.Path(__file__).resolve().parents[2]
for folder in ("surefire-reports", "failsafe-reports"):
    for report in sorted(root.glob(f"**/target/{folder}/**/TEST-*.xml")):
        if report.stat().st_mtime < since:
            continue
        try:
            cases = ElementTree.parse(report).getroot().findall("testcase")
        except ElementTree.ParseError as broken:
            print(f"\n{report.relative_to(root)} cannot be read: {broken}")
            continue
        for case in cases:
            for fault in case.findall("failure") + case.findall("error"):
                print(f"\nFailed: {case.get('classname')}.{case.get('name')}")
                lines = (fault.text or fault.get("message") or "").splitlines()
                print("\n".join(f"    {line[:300]}" for line in lines[:LINES_OF_A_TRACE]))
