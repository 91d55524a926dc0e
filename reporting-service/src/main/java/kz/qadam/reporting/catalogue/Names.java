package kz.qadam.reporting.catalogue;

import kz.qadam.reporting.json.Members;

/** A name in Kazakh, Russian and English. */
public record Names(String kk, String ru, String en) {

    static Names of(Members json) {
        return new Names(json.text("kk"), json.text("ru"), json.text("en"));
    }
}
