package kz.qadam.enrolment.enrolments;

import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.UUID;
import kz.qadam.enrolment.DatabaseFixture;
import kz.qadam.enrolment.People;

/** People whom a school has enrolled, and who are known to nobody else in different ways. */
enum BlockedPeople {
    /** They are enrolled, and nothing else. */
    NOBODY_BLOCKED {
        @Override
        void become(String iin, String learner) {}
    },
    FOR_A_TIME {
        @Override
        void become(String iin, String learner) {
            office().body("{\"reason\": \"disputed\"}")
                    .put("/v1/learner-blocks/" + learner)
                    .then()
                    .statusCode(200);
        }
    },
    /** Their erasure waits, since a file that is not judged may hold the number. */
    ERASING {
        @Override
        void become(String iin, String learner) {
            letAFileWait();
            erase(iin);
        }
    },
    ERASED {
        @Override
        void become(String iin, String learner) {
            letNoFileWait();
            String erasure = erase(iin);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> auditor().get(erasure).then().body("state", equalTo("erased")));
        }
    };

    private static final UUID FILE = UUID.randomUUID();

    abstract void become(String iin, String learner);

    /** The number of somebody whom another school has enrolled. */
    String iin(String course) {
        return iin(course, school());
    }

    /** The number of somebody whom this school has enrolled as E-1. */
    String iin(String course, String school) {
        String iin = People.iin();
        String id = enrolled(school, enrolment("E-1", course, iin));
        become(iin, partner(school).get("/v1/enrolments/" + id).path("learnerId"));
        return iin;
    }

    private static String erase(String iin) {
        return office().body("{\"learner\": {\"iin\": \"%s\"}, \"reason\": \"requested\"}".formatted(iin))
                .post("/v1/erasures")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
    }

    /** A file that is never judged, since no service knows its kind. */
    private static void letAFileWait() {
        DatabaseFixture.execute("""
                insert into import_job (id, kind, separator, status, received, created_at, expires_at)
                values ('%s', 'unknown-kind', ',', 'waiting', 1, now() - interval '1 hour', now() + interval '7 days')
                on conflict (id) do update set status = 'waiting', processed = 0, rejected = 0
                """.formatted(FILE));
    }

    static void letNoFileWait() {
        DatabaseFixture.execute(
                "update import_job set status = 'finished', processed = 1, rejected = 1, received = 1 where id = '%s'"
                        .formatted(FILE));
    }
}
