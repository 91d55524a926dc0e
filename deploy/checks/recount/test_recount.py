"""A small history, and the numbers that follow from the published definition."""
import hashlib
import json
import tempfile
import unittest

import recount

SALT = "00112233445566778899aabbccddeeff"
PROGRAMME = {"code": "ai", "version": 1, "versions": [
    {"version": 1, "startsOn": "2026-01-01", "horizon": "2030-12-31", "milestones": [], "zone": "Asia/Almaty"}]}


class History:
    """Writes lines of the archive."""

    def __init__(self):
        self.lines, self.openings, self.versions = [], [], {}
        self.catalogue("programme", PROGRAMME)
        for course, area in (("AI-1", "ai"), ("AI-2", "ai"), ("BD-1", "big-data")):
            self.catalogue("course", {"code": course, "hours": 36, "area": area})
        self.cohort("pupils", {})

    def catalogue(self, kind, data, batch=1):
        return self.event(batch, f"catalogue.{kind}-described", f"{kind}/{data['code']}", data)

    def cohort(self, code, *requirements, batch=1):
        """A cohort with requirements, each with the day from which it is in force."""
        self.catalogue("cohort", {"code": code, "versions": [
            {"version": n, "validFrom": r.pop("from", "2000-01-01"), "target": 1000, "requirement": r}
            for n, r in enumerate(map(dict, requirements), 1)]}, batch)

    def institution(self, code, bin=None, owner=None, kind="school"):
        self.catalogue("institution", {"code": code, "bin": bin, "kind": kind} | ({"owner": owner} if owner else {}))

    def event(self, batch, type, subject, data, committed=None):
        """Adds an event, and returns its line."""
        version = self.versions[subject] = self.versions.get(subject, 0) + 1
        line = {"batch": batch, "topic": "t", "partition": 0, "offset": len(self.lines), "type": f"kz.qadam.{type}.v1",
                "subject": subject, "version": version, "time": "", "data": data}
        self.lines += [{"batch": batch, "instant": f"2026-12-01T04:00:{batch:02}.5Z", "events": 1, "behind": False}]
        self.lines += [line | ({"committed": committed} if committed else {})]
        return line

    def enrolled(self, id, learner, batch=1, what="enrolled", **other):
        data = {"enrolmentId": id, "learnerId": learner, "cohort": "pupils", "region": "KZ-75", "institution": "school",
                "course": "AI-1", "enrolledOn": "2026-01-10", "withdrawnOn": None} | other
        return self.event(batch, f"enrolment.{what}", id, data)

    def completed(self, id, learner, batch=1, what="recorded", reference=None, **other):
        data = {"completionId": id, "learnerId": learner, "cohort": "pupils", "region": "KZ-75", "institution": "school",
                "course": "AI-1", "completedOn": "2026-02-01", "status": "accepted"} | other
        committed = None
        if reference:
            committed = hashlib.sha256(bytes.fromhex(SALT) + reference.encode()).hexdigest()
            self.openings.append({"completion": id, "salt": SALT, "reference": reference})
        return self.event(batch, f"completion.{what}", id, data, committed)

    def people(self, count, institution, region="KZ-71", **other):
        """People who are enrolled with an institution and have completed a course there, in a region of the north."""
        for _ in range(count):
            name = str(len(self.versions))
            self.enrolled("e" + name, name, institution=institution, region=region, **other)
            self.completed("c" + name, name, institution=institution, region=region, **other)

    def release(self, on, *previous, rhythm="daily"):
        """The cells that a release should have."""
        return recount.recounted({"on": on, "rhythm": rhythm}, previous, self.judge())

    def moved(self, line, batch):
        self.lines.append({"batch": batch, "instant": "2026-12-01T04:01:00Z", "events": 0, "behind": False})
        self.lines.append({"batch": batch, "moved": True} | {key: line[key] for key in ("topic", "partition", "offset")})

    def judge(self, batch=9, openings=True):
        """The judge of what was known at a batch."""
        with tempfile.NamedTemporaryFile("w+", suffix=".ndjson") as file:
            file.writelines(json.dumps(one) + "\n" for one in self.openings)
            file.flush()
            return recount.Judge(recount.read(map(json.dumps, self.lines), lambda one: one["batch"] <= batch),
                                 file.name if openings else None)

    def count(self, measure="trained", dimension="total", member="total", on="2026-12-31", batch=9, cohort="pupils",
              openings=True):
        return recount.exact(self.judge(batch, openings), on)[cohort, measure, dimension, member]


class Exact(unittest.TestCase):

    def setUp(self):
        self.history = History()

    def person(self, name, batch=1, **other):
        """A person who is enrolled and has completed a course."""
        self.history.enrolled("e" + name, name, batch)
        return self.history.completed("c" + name, name, batch, **other)

    def test_day(self):
        """Somebody is trained by the end of the day of the completion, and enrolled on any day."""
        self.person("a")
        self.assertEqual(0, self.history.count(on="2026-01-31"))
        self.assertEqual(1, self.history.count(on="2026-02-01"))
        self.assertEqual(1, self.history.count("enrolled", on="2026-01-01"))

    def test_outside_programme(self):
        """A completion counts only inside the days of the programme, of which the newest version is in force."""
        self.person("a", completedOn="2025-12-31")
        self.assertEqual(0, self.history.count("completed"))
        programme = json.loads(json.dumps(PROGRAMME))
        programme["versions"].append({**programme["versions"][0], "version": 2, "startsOn": "2025-12-01"})
        self.history.catalogue("programme", programme, batch=3)
        self.assertEqual(0, self.history.count("completed", batch=2))
        self.assertEqual(1, self.history.count("completed", batch=3))

    def test_correction(self):
        """A corrected day and region replace the former ones from their batch on; an older version that comes late does not."""
        self.person("a")
        self.history.completed("ca", "a", 2, "corrected", completedOn="2026-03-01", region="KZ-71")
        late = self.history.completed("ca", "a", 3, "corrected", region="KZ-10")
        late["version"] = 1
        self.history.lines[-1]["version"] = 1
        self.assertEqual(1, self.history.count("trained", "region", "KZ-75", batch=1))
        self.assertEqual(0, self.history.count("trained", "region", "KZ-75"))
        self.assertEqual(1, self.history.count("trained", "region", "KZ-71"))
        self.assertEqual(0, self.history.count(on="2026-02-28"))

    def test_revocation(self):
        """If the first of two completions is revoked, the second one is what made the person trained."""
        self.person("a")
        self.history.completed("d", "a", course="BD-1", completedOn="2026-04-01")
        self.history.completed("ca", "a", 2, "revoked", status="revoked")
        self.assertEqual(1, self.history.count("trained", "course", "AI-1", batch=1))
        self.assertEqual(2, self.history.count("completions", batch=1))
        self.assertEqual(1, self.history.count("completions"))
        self.assertEqual(1, self.history.count("trained", "area", "big-data"))
        self.assertEqual(0, self.history.count(on="2026-03-31"))

    def test_withdrawal(self):
        """Withdrawn or not: enrolled, and the completions still count."""
        self.person("a")
        self.history.enrolled("ea", "a", 2, "withdrawn", withdrawnOn="2026-03-01")
        self.assertEqual(1, self.history.count("enrolled"))
        self.assertEqual(1, self.history.count())

    def test_merge(self):
        """Two learners are one person when their records have moved: counted once, in two regions of completed."""
        self.person("a")
        self.person("b", region="KZ-71", completedOn="2026-03-01")
        self.history.event(2, "learner.merged", "alias/b", {"learnerId": "b", "into": "a"})
        self.history.enrolled("eb", "a", 2, "corrected")
        self.history.completed("cb", "a", 2, "corrected", region="KZ-71", completedOn="2026-03-01")
        for measure in recount.MEASURES:
            self.assertEqual(2, self.history.count(measure, batch=1))
            self.assertEqual(1, self.history.count(measure))
        self.assertEqual(1, self.history.count("completed", "region", "KZ-71"))
        self.assertEqual(0, self.history.count("trained", "region", "KZ-71"))

    def test_split(self):
        """A merge that was wrong: when the records have gone back, the two are two people again, also of the past."""
        self.person("a")
        self.person("b")
        for batch, learner in ((2, "a"), (3, "b")):
            self.history.enrolled("eb", learner, batch, "corrected")
            self.history.completed("cb", learner, batch, "corrected")
        for measure in recount.MEASURES:
            self.assertEqual([2, 1, 2], [self.history.count(measure, batch=batch) for batch in (1, 2, 3)])
            self.assertEqual(2, self.history.count(measure, on="2026-02-28"))

    def test_moved_completion(self):
        """A completion of another cohort and learner leaves the former ones."""
        self.person("a")
        self.history.cohort("students", {})
        self.history.completed("ca", "b", 2, "corrected", cohort="students")
        self.assertEqual(0, self.history.count())
        self.assertEqual(1, self.history.count(cohort="students"))

    def test_moved_event(self):
        """An event that was moved to batch 5 has no effect before, whatever batch its line has."""
        self.person("a")
        line = self.history.completed("ca", "a", 2, "revoked", status="revoked")
        self.history.moved(line, 5)
        self.assertEqual(1, self.history.count(batch=4))
        self.assertEqual(0, self.history.count(batch=5))

    def test_unreadable(self):
        """An event without data counts for nothing."""
        self.person("a")
        self.history.completed("ca", "a", 2, "revoked", status="revoked")
        del self.history.lines[-1]["data"]
        self.assertEqual(1, self.history.count())

    def test_pending_again(self):
        """A completion that is pending again does not count."""
        self.person("a")
        self.history.completed("ca", "a", 2, "corrected", status="pending")
        self.assertEqual(0, self.history.count("completed"))

    def test_unknown(self):
        """What the catalogue does not know is unknown; when it knows it, the counts move."""
        self.person("a", course="X", region="unknown")
        self.assertEqual(1, self.history.count("trained", "area", "unknown"))
        self.assertEqual(1, self.history.count("trained", "region", "unknown"))
        self.assertEqual(1, self.history.count("trained", "kind", "unknown"))
        self.history.institution("school", kind="university")
        self.assertEqual(1, self.history.count("trained", "kind", "university"))

    def tied(self, first="C-1", second="C-2"):
        """Two completions of one day at one institution; the one of BD-1 has the second reference, and the smaller id."""
        self.history.enrolled("e1", "a")
        self.history.completed("c1", "a", course="BD-1", reference=second)
        self.history.completed("c2", "a", course="AI-1", reference=first)

    def test_reference_decides(self):
        """Of two completions of one day at one institution the smaller reference comes first."""
        self.tied()
        self.assertEqual(1, self.history.count("trained", "course", "AI-1"))
        self.assertEqual(0, self.history.judge().undecided)

    def test_reference_is_checked(self):
        """A reference that is not what was sealed is not used, and the person is reported as not decided."""
        self.tied()
        self.history.openings[1]["reference"] = "A-1"
        self.assertEqual(1, self.history.judge().undecided)
        self.assertEqual(1, self.history.judge(openings=False).undecided)

    def test_erasure(self):
        """After an erasure the new references decide, without openings, also of what was known before it."""
        self.tied()
        for line in self.history.lines:
            line.pop("committed", None)
        self.history.event(3, "learner.completions-erased", "erasure/a", {"learnerId": "a", "learners": ["a"], "completions": [
            {"completionId": "c2", "reference": "erased-000001-c2"}, {"completionId": "c1", "reference": "erased-000002-c1"}]})
        for batch in (1, 3):
            self.assertEqual(1, self.history.count("trained", "course", "AI-1", batch=batch, openings=False))
        self.assertEqual(0, self.history.judge(openings=False).undecided)

    def test_two_courses(self):
        """Two courses are required: the same one twice is one, and the second one makes the person trained, on its day."""
        self.history.cohort("pupils", {"courses": ["AI-1"], "minCourses": 2})
        self.person("a")
        self.history.completed("again", "a", completedOn="2026-02-02")
        self.assertEqual(0, self.history.count())
        self.history.completed("second", "a", completedOn="2026-05-01", course="BD-1", region="KZ-71")
        self.assertEqual(0, self.history.count(on="2026-04-30"))
        self.assertEqual(1, self.history.count("trained", "region", "KZ-71", on="2026-05-01"))
        self.history.enrolled("eb", "b")
        self.history.completed("b1", "b", course="AI-2")
        self.history.completed("b2", "b", course="BD-1")
        self.assertEqual(1, self.history.count())

    def test_later_requirement(self):
        """A requirement changes nothing before the day from which it is in force, and nobody is trained without a completion."""
        self.history.cohort("pupils", {"hours": 72}, {"from": "2026-06-01", "hours": 36})
        self.person("a")
        self.assertEqual(0, self.history.count())
        self.person("b", completedOn="2026-06-01")
        self.assertEqual(1, self.history.count())
        self.history.completed("again", "a", completedOn="2026-06-02")
        self.assertEqual(2, self.history.count())


def document(count, weekly=True, place="north", **week):
    """A released document with one place of one cohort."""
    counts = dict.fromkeys(recount.MEASURES, count)
    return {"cohorts": [{"description": {"code": "pupils"}, "on": "2026-06-30", "counts": counts | week}], "monthEnd": {
        "people": None, "cohorts": [{"cohort": "pupils", "isWeekly": weekly, "country": counts, "courses": [], "areas": [],
                                     "regions": [{"key": place, "counts": counts}]}]}}


class Release(unittest.TestCase):
    """June ends on a Tuesday; Sundays are 2026-07-05 and -12."""

    def setUp(self):
        self.history = History()
        self.north = "monthEnd.cohorts[pupils].regions[north].trained"
        self.country = "monthEnd.cohorts[pupils].trained"

    def test_examples(self):
        """The examples of the definition page."""
        for people, published in (((180, 24, 7), 210), ((180, 4), None), ((10, 10), 20), ((9, 9, 9, 9), None)):
            self.history = History()
            for number, count in enumerate(people):
                self.history.people(count, f"school-{number}")
            self.assertEqual(published, self.history.release("2026-06-30").get(self.north))

    def test_owner(self):
        """Institutions that share a number, their own or that of their owner, are one holder, also over a third one."""
        for code, bin, owner in (("a", "1", None), ("b", "2", "1"), ("c", None, "2")):
            self.history.institution(code, bin, owner)
            self.history.people(20, code)
        self.assertNotIn(self.north, self.history.release("2026-06-30"))
        self.history.people(10, "d")
        self.assertEqual(70, self.history.release("2026-06-30")[self.north])

    def test_enrolled_with_two(self):
        """A person who is enrolled with two holds for neither, but is counted; enrolments in other cohorts do not matter."""
        self.history.people(10, "a")
        self.history.people(10, "b")
        learner = self.history.lines[-1]["data"]["learnerId"]
        self.history.enrolled("other", learner, institution="c", cohort="students")
        self.assertEqual(20, self.history.release("2026-06-30")[self.north])
        self.history.enrolled("further", learner, institution="c")
        self.assertNotIn(self.north, self.history.release("2026-06-30"))
        self.history.people(1, "b")
        self.assertEqual(20, self.history.release("2026-06-30")[self.north])

    def test_country(self):
        """The country is the sum of the published places before they are rounded; what is not published is in no sum."""
        for region in ("KZ-71", "KZ-75"):
            self.history.people(13, "a", region)
            self.history.people(12, "b", region)
        self.history.people(30, "c", "unknown")
        cells = self.history.release("2026-06-30")
        self.assertEqual([20, 20, 50, None], [cells.get(f"monthEnd.cohorts[pupils]{place}.trained") for place in
                                              (".regions[north]", ".regions[south]", "", ".regions[unknown]")])
        self.assertEqual(50, cells["cohorts[pupils].enrolled"])

    def test_one_place(self):
        """A person is counted where the person was trained, in all measures."""
        self.history.people(10, "a")
        self.history.people(10, "b")
        learner = self.history.lines[-1]["data"]["learnerId"]
        self.history.enrolled("first", learner, enrolledOn="2026-01-01", institution="b", region="KZ-75")
        cells = self.history.release("2026-06-30")
        self.assertEqual(20, cells["monthEnd.cohorts[pupils].regions[north].enrolled"])
        self.assertNotIn("monthEnd.cohorts[pupils].regions[south].enrolled", cells)

    def test_courses(self):
        """Courses and areas are in hundreds, of the places in which two institutions hold them by their own people."""
        self.history.people(150, "a")
        self.history.people(60, "b")
        self.history.people(90, "a", course="AI-2")
        self.history.people(9, "b", course="AI-2")
        self.history.people(200, "c", "KZ-75")
        cells = self.history.release("2026-06-30")
        self.assertEqual(200, cells["monthEnd.cohorts[pupils].courses[AI-1].trained"])
        self.assertEqual(300, cells["monthEnd.cohorts[pupils].areas[ai].trained"])
        self.assertNotIn("monthEnd.cohorts[pupils].courses[AI-2].trained", cells)

    def test_before(self):
        """The first release has the month ends since the first day; a later one has them not."""
        self.history.people(30, "a")
        self.history.people(30, "b", completedOn="2026-04-10")
        cells = self.history.release("2026-06-30")
        self.assertNotIn("before[2026-03-31].cohorts[pupils].trained", cells)
        self.assertEqual(60, cells["before[2026-04-30].cohorts[pupils].trained"])
        self.assertEqual(60, cells["before[2026-05-31].cohorts[pupils].regions[north].trained"])
        self.assertNotIn("before[2026-06-30].cohorts[pupils].trained", cells)
        self.assertFalse([path for path in self.history.release("2026-06-30", document(0)) if "before" in path])

    def test_week(self):
        """Within a month tables repeat; the country moves on Sundays if it is weekly, and repeats on other days."""
        self.history.people(30, "a")
        self.history.people(30, "b", completedOn="2026-07-05")
        for day, weekly, expected in (("2026-07-05", True, 60), ("2026-07-05", False, 50), ("2026-07-06", True, 50)):
            cells = self.history.release(day, document(40, weekly, trained=50))
            self.assertEqual((expected, 40), (cells["cohorts[pupils].trained"], cells[self.north]))

    def test_weekly(self):
        """Weekly from 1,000 people on, in numbers that ten institutions hold."""
        for number in range(9):
            self.history.people(120, f"school-{number}")
        self.assertFalse(self.history.release("2026-06-30")["monthEnd.cohorts[pupils].isWeekly"])
        self.history.people(10, "tenth")
        self.assertTrue(self.history.release("2026-06-30")["monthEnd.cohorts[pupils].isWeekly"])

    def test_divided(self):
        """From 20,000 on a macro-region is divided when each of its regions is held, for ever; the others are not."""
        for region, count in (("KZ-10", 20), ("KZ-63", 20), ("KZ-71", 9980)):
            self.history.people(count, "a", region)
            self.history.people(count, "b", region)
        cells = self.history.release("2026-06-30", document(0))
        self.assertEqual(20_040 // 1000 * 1000, cells["monthEnd.people"])
        self.assertEqual([40, 40, 19960, None], [cells.get(f"monthEnd.cohorts[pupils].regions[{place}].trained") for place in
                                                 ("KZ-10", "KZ-63", "north", "east")])
        self.history = History()
        self.history.people(20, "a", "KZ-10")
        self.history.people(20, "b", "KZ-10")
        cells = self.history.release("2026-07-31", document(40, place="KZ-10"))
        self.assertEqual(40, cells["monthEnd.cohorts[pupils].regions[KZ-10].trained"])

    def test_cells_of(self):
        """The paths of a document are those of the recount."""
        self.assertEqual({"cohorts[pupils].enrolled": 40, "cohorts[pupils].completed": 40, "cohorts[pupils].trained": 50,
                          "monthEnd.people": None, "monthEnd.cohorts[pupils].isWeekly": True}
                         | {f"monthEnd.cohorts[pupils]{place}.{measure}": 40 for place in ("", ".regions[north]")
                            for measure in recount.MEASURES}, recount.cells_of(document(40, trained=50)))


if __name__ == "__main__":
    unittest.main()
