package kz.qadam.reporting.intake.contract;

import static kz.qadam.chassis.events.event.EventJson.require;

import java.util.Map;
import java.util.TreeMap;
import kz.qadam.reporting.catalogue.MemberNames;
import kz.qadam.reporting.rollup.Dimension;

/** What an event of an enrolment says besides, as far as figures can be broken down by it. */
final class Attributes {

    private Attributes() {}

    /**
     * The attributes that are dimensions. An attribute that this version does not declare stays in the event log, where
     * the rebuild of a later version finds it.
     *
     * @param named null if the event names none
     */
    static Map<String, String> declared(Map<String, String> named) {
        if (named == null) {
            return Map.of();
        }
        Map<String, String> declared = new TreeMap<>();
        for (Dimension dimension : Dimension.ATTRIBUTES) {
            String member = named.get(dimension.code());
            if (member != null) {
                require(MemberNames.mayHave(dimension, member), dimension.code() + " is not a value of the contract.");
                declared.put(dimension.code(), member);
            }
        }
        return declared;
    }
}
