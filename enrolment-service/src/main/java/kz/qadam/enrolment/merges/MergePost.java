package kz.qadam.enrolment.merges;

import java.util.UUID;
import kz.qadam.chassis.batch.Fields;
import kz.qadam.chassis.problem.Problem;

/** That two learners are one person, as the office sends it. What could not be read is null, and noted in the fields. */
record MergePost(Fields fields, UUID absorbed, UUID surviving, String reason) {

    /** @throws Problem if it is wrong by itself */
    static MergePost read(Fields fields) {
        fields.require("absorbed", "surviving", "reason");
        var post = new MergePost(
                fields, fields.uuid("absorbed"), fields.uuid("surviving"), fields.freeText("reason", 1_000));
        if (post.absorbed != null && post.absorbed.equals(post.surviving)) {
            fields.broken("surviving", "same-learner");
        }
        fields.problem().ifPresent(problem -> {
            throw problem;
        });
        return post;
    }
}
