package kz.qadam.supplychain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * A library of a service.
 *
 * @param licences of which the user of the library may choose one; SPDX identifiers where there are some
 */
record Component(String group, String name, String version, Set<String> licences) {

    /** Reads a component of a bill of materials (CycloneDX). */
    static Component of(JsonNode json) {
        Set<String> licences = new TreeSet<>();
        for (JsonNode choice : json.path("licenses")) {
            JsonNode licence = choice.path("license");
            String named = licence.path("id").asText(licence.path("name").asText(""));
            String text = choice.path("expression").asText(named);
            if (!text.isBlank()) {
                licences.add(text);
            }
        }
        return new Component(
                json.path("group").asText(""),
                json.path("name").asText(),
                json.path("version").asText(),
                Set.copyOf(licences));
    }

    /** Its name in Maven, without the version. */
    String coordinates() {
        return group + ":" + name;
    }

    @Override
    public String toString() {
        return coordinates() + ":" + version;
    }
}
