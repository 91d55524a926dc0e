package kz.qadam.enrolment.learners;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.http.problem.Problem;

/**
 * What the page of a block shows.
 *
 * @param block the block in force; null if there is none
 * @param isAsked whether somebody has to say once more that the person is to be blocked
 * @param isOther whether another block was to be lifted
 */
record BlockPageView(
        DeskContext context, UUID learner, TemporaryBlock block, DeskForm form, boolean isAsked, boolean isOther) {

    BlockPageView asking() {
        return new BlockPageView(context, learner, block, form, true, false);
    }

    BlockPageView refused(Problem why) {
        DeskForm refused =
                form.refused(why, context.language(), field -> context.tell(Message.of("block-person." + field)));
        return new BlockPageView(context, learner, block, refused, false, false);
    }

    BlockPageView showingOther() {
        return new BlockPageView(context, learner, block, form, false, true);
    }

    /** What lifting names, so that no other block is lifted than the one that is shown. */
    public String seen() {
        return block.blockedAt().toString();
    }

    /** Why a person can be blocked, in words. */
    public Map<String, String> reasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (BlockReason one : BlockReason.values()) {
            reasons.put(one.toString(), context.tell(Message.of("block-person.reason." + one)));
        }
        return reasons;
    }

    public String blocked() {
        return context.tell(Message.of("person.blocked", context.day(block.blockedAt()), block.why()));
    }

    public String personAddress() {
        return context.page(PersonPages.pathOf(learner));
    }

    public String lifting() {
        return context.page(context.path() + "/lifting");
    }
}
