package kz.qadam.chassis.submissions.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import kz.qadam.chassis.trail.ActorAction;

/** An item with the request that sent it: one transaction may record items of several. */
record ItemWithActorAction<P>(ParsedItem<P> item, ActorAction origin) {

    /**
     * The ids of what was kept, also if it was sent before, by the request that sent it.
     *
     * @param originAt where the item at a place comes from
     */
    static <V> Map<ActorAction, List<UUID>> kept(List<Outcome<V>> outcomes, IntFunction<ActorAction> originAt) {
        Map<ActorAction, List<UUID>> kept = new LinkedHashMap<>();
        for (int index = 0; index < outcomes.size(); index++) {
            ActorAction origin = originAt.apply(index);
            outcomes.get(index)
                    .keptAs()
                    .ifPresent(id -> kept.computeIfAbsent(origin, first -> new ArrayList<>())
                            .add(id));
        }
        return kept;
    }
}
