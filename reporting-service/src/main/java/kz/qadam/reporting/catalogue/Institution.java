package kz.qadam.reporting.catalogue;

import kz.qadam.reporting.json.Members;

/** A partner institution. */
public record Institution(String code, long version, Names names) {

    /** Reads the data of {@code institution-described}. */
    public static Institution of(Members json) {
        return new Institution(json.text("code"), json.whole("version", 1), Names.of(json.object("names")));
    }
}
