package kz.qadam.trail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A trail of a service, mostly of one instance, as JSON that can be altered. Its entries are a minute apart. */
final class Trails {

    static final String SERVICE = "a-service";
    static final String INSTANCE = "a-0";
    static final Instant START = Instant.parse("2026-11-27T00:00:00Z");

    private final List<ObjectNode> entries = new ArrayList<>();
    private final List<ObjectNode> blocks = new ArrayList<>();
    private String hash = Sha256.START;
    private int chained;

    /** Blocks of two entries each. */
    static Trails ofBlocks(int count) {
        var trail = new Trails();
        for (int i = 0; i < count; i++) {
            trail.add();
            trail.add();
            trail.chain();
        }
        return trail;
    }

    ObjectNode add() {
        return add(INSTANCE);
    }

    ObjectNode add(String instance) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("id", "e" + (entries.size() + 1));
        entry.put("at", START.plusSeconds(60L * entries.size()).toString());
        entry.put("instance", instance);
        entry.put("action", "GET /v1/things");
        entry.putNull("subject");
        entries.add(entry);
        return entry;
    }

    /** Makes a block of the entries that are not chained yet. */
    void chain() {
        chain(
                INSTANCE,
                blocks.size() + 1,
                entries.get(entries.size() - 1).path("at").asText());
    }

    /** Makes the first block of another chain, a second after this instant. */
    void chainAsFirst(String instance, String at) {
        hash = Sha256.START;
        chain(instance, 1, Instant.parse(at).plusSeconds(1).toString());
    }

    private void chain(String instance, int number, String chainedAt) {
        ObjectNode block = JsonNodeFactory.instance.objectNode();
        List<ObjectNode> added = entries.subList(chained, entries.size());
        block.put("instance", instance);
        block.put("number", number);
        block.put("firstAt", added.get(0).path("at").asText());
        block.put("lastAt", added.get(added.size() - 1).path("at").asText());
        block.put("chainedAt", chainedAt);
        block.put("hashBefore", hash);
        ArrayNode links = block.putArray("entries");
        for (JsonNode entry : added) {
            hash = Entry.of(entry).hashAfter(hash);
            links.addObject().put("id", entry.path("id").asText()).put("hash", hash);
        }
        block.put("hash", hash);
        blocks.add(block);
        chained = entries.size();
    }

    /** The same entries in new blocks, as one would write them to hide an alteration. */
    void chainAnew() {
        int count = blocks.size();
        blocks.clear();
        hash = Sha256.START;
        List<ObjectNode> all = new ArrayList<>(entries);
        entries.clear();
        chained = 0;
        for (int i = 0; i < count; i++) {
            entries.addAll(all.subList(2 * i, 2 * i + 2));
            chain();
        }
    }

    ObjectNode entry(int number) {
        return entries.get(number - 1);
    }

    List<ObjectNode> entries() {
        return entries;
    }

    List<ObjectNode> blocks() {
        return blocks;
    }

    /** A block as another service holds it. */
    Head head(int number) {
        JsonNode block = blocks.get(number - 1);
        return new Head(
                "b-service",
                SERVICE,
                INSTANCE,
                number,
                block.path("hash").asText(),
                Instant.parse(block.path("chainedAt").asText()));
    }

    TrailReport report(Head... held) {
        var trail = new ServiceTrail(
                SERVICE,
                blocks.stream().map(Block::of).toList(),
                entries.stream().map(Entry::of).toList(),
                List.of());
        return TrailReport.of(List.of(trail), List.of(held), new Period(Optional.empty(), Optional.empty()));
    }
}
