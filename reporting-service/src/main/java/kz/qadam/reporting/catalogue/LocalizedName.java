package kz.qadam.reporting.catalogue;

import kz.qadam.chassis.base.language.Language;

/** A name in Kazakh, Russian and English. */
public record LocalizedName(String kk, String ru, String en) {

    public String in(Language language) {
        return switch (language) {
            case KK -> kk;
            case RU -> ru;
            case EN -> en;
        };
    }
}
