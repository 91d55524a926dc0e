#!/usr/bin/env python3
"""Counts the figures of Qadam once more, from the lines of reporting.events on standard input, in their order.

Written from the published definition, the contracts of the events and the format of the archive, and from nothing else.

    recount.py exact ON_DAY AS_OF [OPENINGS]
    recount.py release RELEASE.json [PREVIOUS.json ...] [--openings FILE]
"""
import argparse
import hashlib
import json
import sys
from collections import Counter, defaultdict, namedtuple
from datetime import date, datetime, timedelta
from pathlib import Path

MEASURES = ("trained", "completed", "enrolled")
MACRO_REGIONS = {"north": ("KZ-11", "KZ-39", "KZ-55", "KZ-59", "KZ-71"), "west": ("KZ-15", "KZ-23", "KZ-27", "KZ-47"),
                 "south": ("KZ-19", "KZ-31", "KZ-33", "KZ-43", "KZ-61", "KZ-75", "KZ-79"),
                 "east": ("KZ-10", "KZ-63"), "centre": ("KZ-35", "KZ-62")}
MACRO_OF = {region: macro for macro, regions in MACRO_REGIONS.items() for region in regions}


# A state of an enrolment or of a completion. Awaits: the version of the trained state that takes a completion into account.
Record = namedtuple("Record", "id learner cohort region institution course day accepted awaits committed")


def record(event):
    """The state in an event of an enrolment or a completion; equal texts are kept once."""
    data = event["data"]
    region = data["region"] if data["region"] in MACRO_OF else "unknown"
    texts = (event["subject"], data["learnerId"], data["cohort"], region, data["institution"], data["course"],
             data.get("completedOn") or data["enrolledOn"])
    accepted = data.get("status") == "accepted"
    return Record(*map(sys.intern, texts), accepted, data.get("trainedVersion", 0), event.get("committed"))


def read(lines, is_known):
    """The newest version of each subject in the batches that are known: {kind: {subject: state}}."""
    history, moved_later, erased, last = defaultdict(lambda: defaultdict(list)), set(), {}, 0
    for event in map(json.loads, lines):
        if event.get("topic") is None:
            last = event["batch"] if is_known(event) else last
            continue
        place, data = (event["topic"], event["partition"], event["offset"]), event.get("data")
        if event.get("moved") and event["batch"] > last:
            moved_later.add(place)
        elif data:
            kind, what = event["type"].split(".")[2:4]
            if what == "completions-erased":  # of any batch: after an erasure nothing else tells the order of references
                erased.update((one["completionId"], one["reference"]) for one in data["completions"])
            if event["batch"] > last:
                continue
            if kind in ("enrolment", "completion"):
                state = record(event)
            elif kind == "catalogue":
                kind, state = what.removesuffix("-described"), data
            elif what in ("trained", "no-longer-trained"):
                kind, state = "trained", (event["version"], data.get("completionId"), data.get("trainedOn"))
            else:
                continue
            history[kind][event["subject"].removeprefix(kind + "/")].append((event["version"], place, state))
    newest = defaultdict(dict, erased=erased)
    for kind, subjects in history.items():
        for subject, versions in subjects.items():
            states = [(version, state) for version, place, state in versions if place not in moved_later]
            if states:
                newest[kind][subject] = max(states, key=lambda one: one[0])[1]
    return newest


class Judge:
    """Finds the records that count of each learner in each cohort, and the completion that made the learner trained."""

    def __init__(self, newest, openings=None):
        self.newest, self.openings, self.undecided = newest, defaultdict(list), 0
        if openings:
            with open(openings, encoding="utf-8") as file:
                for opening in map(json.loads, file):
                    self.openings[opening["completion"]].append(opening)
        programme = next((one["versions"][-1] for one in newest["programme"].values()), {"startsOn": "9", "horizon": "0"})
        self.starts_on = programme["startsOn"]
        self.records = defaultdict(lambda: ([], []))  # of a learner in a cohort: enrolments, and completions that count
        for one in newest["enrolment"].values():
            self.records[one.learner, one.cohort][0].append(one)
        for one in newest["completion"].values():
            if one.accepted and programme["startsOn"] <= one.day <= programme["horizon"]:
                self.records[one.learner, one.cohort][1].append(one)
        self.trained = {}
        for key, (enrolments, completions) in self.records.items():
            enrolments.sort(key=lambda one: (one.day, one.institution, one.id))
            if len(completions) > 1:
                completions.sort(key=lambda one: (one.day, one.institution, self.reference(one) or "", one.id))
            self.trained[key] = self.first_meeting(completions)

    def reference(self, completion):
        """The reference that a completion has after an erasure, or one that fits what was sealed; None if not known."""
        fitting = (one["reference"] for one in self.openings.get(completion.id, ()) if completion.committed ==
                   hashlib.sha256(bytes.fromhex(one["salt"]) + one["reference"].encode()).hexdigest())
        return self.newest["erased"].get(completion.id) or next(fitting, None)

    def first_meeting(self, completions):
        """The first completion that, with those before it, meets the requirement in force on its day; None if none does."""
        courses = set()
        for one in completions:
            courses.add(one.course)
            if self.meets(courses, one.cohort, one.day):
                tied = [other for other in completions if (other.day, other.institution) == (one.day, one.institution)]
                if len({(other.course, other.region) for other in tied}) > 1 and None in map(self.reference, tied):
                    self.undecided += 1
                return one
        return None

    def meets(self, courses, cohort, day):
        """Whether completed courses meet the requirement of a cohort in force on a day."""
        versions = [one for one in self.catalogued("cohort", cohort, "versions", ()) if one["validFrom"] <= day]
        if not versions:
            return False
        requirement = max(versions, key=lambda one: (one["validFrom"], one["version"]))["requirement"]
        hours = sum(self.catalogued("course", course, "hours", 0) for course in courses)
        return (courses.issuperset(requirement.get("courses") or ()) and hours >= (requirement.get("hours") or 0)
                and len(courses) >= (requirement.get("minCourses") or 0))

    def catalogued(self, kind, code, member, otherwise="unknown"):
        """What the catalogue says now of a cohort, a course or an institution."""
        return self.newest[kind].get(code, {member: otherwise})[member]

    def funnel(self, key, on):
        """The records of a learner in a cohort by the end of a day: {measure: records, the first one first}."""
        (enrolments, completions), trained = self.records[key], self.trained[key]
        return {"trained": [trained] if trained and trained.day <= on else [],
                "completed": [one for one in completions if one.day <= on], "enrolled": enrolments}

    def warn(self):
        """Says on standard error what may be wrong. In flight: what tells of the other has come, and the other has not."""
        awaited, found = Counter(), {f"{one.learner}/{one.cohort}": (one.id, one.day) for one in self.trained.values() if one}
        for one in self.newest["completion"].values():
            key = f"{one.learner}/{one.cohort}"
            awaited[key] = max(awaited[key], one.awaits)
        told = defaultdict(lambda: (0, None, None), self.newest["trained"])
        wrong = {key for key in found.keys() | self.newest["trained"].keys() if found.get(key, (None, None)) != told[key][1:]}
        late = {key for key in wrong if told[key][0] < awaited[key] or (told[key][1] or key) not in self.newest["completion"]}
        print(f"{len(wrong)} trained states of the services disagree, of which {len(late)} are in flight; {self.undecided} "
              "people are decided by the order of references that are not known", file=sys.stderr)


def exact(judge, on):
    """The people (the records, of completions) of each cell: {(cohort, measure, dimension, member): number}."""
    def members(one):
        return [("total", "total"), ("region", one.region), ("course", one.course), ("institution", one.institution),
                ("area", judge.catalogued("course", one.course, "area")),
                ("kind", judge.catalogued("institution", one.institution, "kind"))]
    cells = Counter()
    for key in judge.records:
        funnel = judge.funnel(key, on)
        for measure, records in funnel.items():
            cells.update((key[1], measure, *member) for member in {member for one in records for member in members(one)})
        cells.update((key[1], "completions", *member) for one in funnel["completed"] for member in members(one))
    return cells


# --- The rule of releases ----------------------------------------------------------------------------------------------

def only_owners(judge):
    """The owner that alone has enrolled a learner in a cohort, {(learner, cohort): owner}; None if several have.

    Institutions that share a business identification number, their own or that of their owner, have one owner."""
    parents = {}

    def root(node):
        while node in parents:
            node = parents[node]
        return node

    for code, institution in judge.newest["institution"].items():
        for number in filter(None, (institution.get("bin"), institution.get("owner"))):
            if root(code) != root(("bin", number)):
                parents[root(code)] = root(("bin", number))
    enrolled_by = {key: {root(one.institution) for one in enrolments} for key, (enrolments, _) in judge.records.items()}
    return {key: owners.pop() if len(owners) == 1 else None for key, owners in enrolled_by.items()}


class Table:
    """What is published of a cohort by the end of a day; divided: macro-regions instead of which their regions are places."""

    def __init__(self, judge, owners, cohort, on, divided, measures=MEASURES):
        self.owners = owners
        self.regions = defaultdict(list)  # {(measure, dimension, member, region): people}, each person in one region
        for key in judge.records:
            if key[1] == cohort:
                funnel = judge.funnel(key, on)
                region = next((funnel[measure][0].region for measure in MEASURES if funnel[measure]), None)
                for measure in measures:
                    courses = {("courses", one.course) for one in funnel[measure]}
                    areas = {("areas", judge.catalogued("course", course, "area")) for _, course in courses}
                    for member in courses | areas | ({("regions", None)} if courses else set()):
                        self.regions[measure, *member, region].append(key)
        self.divide(divided)

    def divide(self, divided):
        """Joins regions to places, and keeps the counts that two owners hold: {(measure, dimension, member): {place: people}}."""
        places, self.held = defaultdict(list), defaultdict(dict)
        for (*cell, region), people in self.regions.items():
            macro = MACRO_OF.get(region, "unknown")
            places[(*cell, region if macro in divided else macro)] += people
        for (*cell, place), people in places.items():
            if len(self.holders(people)) >= 2:
                self.held[tuple(cell)][place] = people
        return divided

    def divisible(self, divided):
        """The macro-regions that are divided, or of which two owners hold the trained people of each region."""
        return divided | {macro for macro, regions in MACRO_REGIONS.items() if all(
            len(self.holders(self.regions.get(("trained", "regions", None, region), ()))) >= 2 for region in regions)}

    def holders(self, people):
        """The owners with which at least ten of these people are enrolled, and with nobody else."""
        alone = Counter(owner for owner in map(self.owners.get, people) if owner)
        return {owner for owner, number in alone.items() if number >= 10}

    def trained(self):
        """The trained people in the published counts of places."""
        return [one for people in self.held["trained", "regions", None].values() for one in people]

    def is_weekly(self):
        """Whether the country moves each week after this month end."""
        holders = map(self.holders, self.held["trained", "regions", None].values())
        return len(self.trained()) >= 1000 and len(set().union(*holders)) >= 10

    def country(self, path):
        """The counts of the country: {path: count}."""
        sums = {measure: sum(map(len, self.held[measure, "regions", None].values())) for measure in MEASURES}
        return {f"{path}.{measure}": people // 10 * 10 for measure, people in sums.items() if people}

    def breakdowns(self, path, dimensions):
        """The counts of places in tens, of courses and areas in hundreds: {path: count}."""
        cells = {}
        for (measure, dimension, member), places in self.held.items():
            numbers = {member: sum(map(len, places.values()))} if member else {one: len(places[one]) for one in places}
            unit = 100 if member else 10
            cells |= {f"{path}.{dimension}[{one}].{measure}": number // unit * unit
                      for one, number in numbers.items() if number >= unit and dimension in dimensions}
        return cells


def cells_of(node, path=""):
    """Each count of people in a document, by its path: {path: count}. The items of a list are called by their keys."""
    cells = {}
    for name, value in node.items():
        if name in (*MEASURES, "people", "isWeekly"):
            cells[f"{path}.{name}"] = value
        elif name in ("monthEnd", "counts", "country"):
            cells |= cells_of(value, "monthEnd" if name == "monthEnd" else path)
        elif name in ("cohorts", "regions", "courses", "areas", "before"):
            for one in value:
                keys = [one.get("description", one).get(key) for key in ("code", "cohort", "region", "key", "on")]
                cells |= cells_of(one, f"{path}.{name}[{next(filter(None, keys))}]".lstrip("."))
    return cells


def places_in_force(document, previous, cohort):
    """The macro-regions that earlier releases have divided, and whether one had 20,000 trained people at its month end."""
    tables = [one for release in previous if release.get("rule") == document.get("rule")
              for one in release["monthEnd"]["cohorts"] if one["cohort"] == cohort]
    divided = {MACRO_OF[place["key"]] for one in tables[-1:] for place in one["regions"] if place["key"] in MACRO_OF}
    return divided, any((one["country"]["trained"] or 0) >= 20_000 for one in tables)


def recounted(document, previous, judge):
    """The cells that a release should have: {path: count}; what is not to be published is left out."""
    owners, on, people, cells = only_owners(judge), document["on"], set(), {}
    trial, today = document["rhythm"] == "each-minute", date.fromisoformat(document["on"])
    repeated = cells_of(previous[-1]) if previous else {}
    days = [date.fromisoformat(judge.starts_on) + timedelta(day) for day in range(0 if previous else 36525)]
    ends = [str(day) for day in days if day < today and (day + timedelta(1)).day == 1]  # only in the first release
    if trial or (today + timedelta(1)).day == 1:
        ends.append(on)
    else:
        cells = {path: number for path, number in repeated.items() if path.startswith("monthEnd.")}
    for cohort in judge.newest["cohort"]:
        path, month_path = f"cohorts[{cohort}]", f"monthEnd.cohorts[{cohort}]"
        divided, large = places_in_force(document, previous, cohort)
        for end in ends:
            table = Table(judge, owners, cohort, end, divided, MEASURES if end == on else ["trained"])
            large = large or len(table.trained()) >= 20_000
            divided = table.divide(table.divisible(divided) if large else divided)
            if end == on:
                people.update(learner for learner, _ in table.trained())
                cells |= table.country(path) | table.country(month_path) | {f"{month_path}.isWeekly": table.is_weekly()}
                cells |= table.breakdowns(month_path, ["regions", "courses", "areas"])
            else:
                past = f"before[{end}].cohorts[{cohort}]"
                cells |= table.country(past) | table.breakdowns(past, ["regions"])
        if on not in ends and today.isoweekday() == 7 and repeated.get(f"{month_path}.isWeekly"):
            cells |= Table(judge, owners, cohort, on, divided).country(path)
        elif on not in ends:
            cells |= {one: number for one, number in repeated.items() if one.startswith(path)}
    return cells | ({"monthEnd.people": len(people) // 1000 * 1000} if len(people) >= 10_000 else {})


def compare(released, cells):
    """Prints the cells of a release that differ, where null (or not weekly) is the same as absent; returns how many do."""
    paths = released.keys() | cells.keys()
    different = sorted(path for path in paths if released.get(path) != cells.get(path)
                       and not {released.get(path), cells.get(path)} <= {None, False})
    for path in different:
        print(f"{path}: released {released.get(path)}, recounted {cells.get(path)}")
    print(f"{len(paths)} cells, {len(different)} differ")
    return len(different)


def known_by(instant):
    """Whether a batch was known at an instant."""
    then = datetime.fromisoformat(instant)
    return lambda batch: datetime.fromisoformat(batch["instant"]) <= then


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mode", choices=["exact", "release"])
    parser.add_argument("arguments", nargs="+")
    parser.add_argument("--openings")
    options = parser.parse_args()
    if options.mode == "exact":
        on, as_of, *openings = options.arguments
        judge = Judge(read(sys.stdin, known_by(as_of)), *openings)
        for cell, number in sorted(exact(judge, on).items()):
            print(*cell, number, sep="\t")
        judge.warn()
        return 0
    release, *previous = [json.loads(Path(path).read_text("utf-8")) for path in options.arguments]
    judge = Judge(read(sys.stdin, known_by(release["through"])), options.openings)
    judge.warn()
    return 1 if compare(cells_of(release), recounted(release, previous, judge)) else 0


if __name__ == "__main__":
    sys.exit(main())
