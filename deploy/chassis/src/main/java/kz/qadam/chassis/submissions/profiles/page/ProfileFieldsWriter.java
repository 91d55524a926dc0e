package kz.qadam.chassis.submissions.profiles.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.qadam.chassis.submissions.profiles.ProfileColumn;
import kz.qadam.chassis.submissions.profiles.RowRule;
import kz.qadam.chassis.submissions.profiles.TableProfile;

/** What a form says if a profile is filled in. */
final class ProfileFieldsWriter {

    private ProfileFieldsWriter() {}

    /**
     * The fields of a profile.
     *
     * @param made the names of the columns that have fields
     * @param coded those of them whose constants are chosen, not typed
     */
    static Map<String, String> of(TableProfile profile, Set<String> made, Set<String> coded) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("sheet", text(profile.sheet()));
        fields.put("encoding", profile.encoding() == null ? "" : ProfiledTableKind.hyphenated(profile.encoding()));
        List<ProfileColumn> own = new ArrayList<>();
        for (ProfileColumn column : profile.columns()) {
            if (made.contains(column.name())) {
                put(fields, column, coded.contains(column.name()));
            } else {
                fields.put(ProfileFields.OWN + "." + own.size(), ProfileFields.ON);
                own.add(column);
            }
        }
        fields.put(ProfileFields.OWN, ProfileFields.write(own));
        for (int i = 0; i < profile.rows().size(); i++) {
            put(fields, ProfileFields.RULE + i, profile.rows().get(i));
        }
        return fields;
    }

    private static void put(Map<String, String> fields, ProfileColumn column, boolean isCoded) {
        String name = column.name();
        if (column.constant() != null) {
            fields.put(
                    name + ProfileFields.FROM,
                    isCoded ? ProfileFields.CODE + column.constant() : ProfileFields.CONSTANT);
            fields.put(name + ProfileFields.TEXT, isCoded ? "" : column.constant());
        } else if (column.template() != null) {
            fields.put(name + ProfileFields.FROM, ProfileFields.TEMPLATE);
            fields.put(name + ProfileFields.TEXT, column.template());
        } else {
            fields.put(
                    name + ProfileFields.FROM,
                    ChosenColumn.of(column.headers(), column.occurrence()).value());
            fields.put(name + ProfileFields.SPELLINGS, others(column.headers()));
        }
        fields.put(name + ProfileFields.DAYS, String.join("; ", column.dayFormats()));
        if (column.unit() != null) {
            fields.put(name + ProfileFields.PERCENT, ProfileFields.ON);
        }
        for (int i = 0; i < column.values().size(); i++) {
            ProfileColumn.Meaning value = column.values().get(i);
            fields.put(ProfileFields.valueAt(name, i) + ".sent", value.sent());
            fields.put(
                    ProfileFields.valueAt(name, i) + ".means",
                    value.means() == null ? ProfileFields.NOTHING : value.means());
        }
    }

    private static void put(Map<String, String> fields, String at, RowRule rule) {
        fields.put(
                at + ProfileFields.FROM,
                ChosenColumn.of(rule.headers(), rule.occurrence()).value());
        fields.put(at + ProfileFields.SPELLINGS, others(rule.headers()));
        for (int i = 0; i < rule.keep().size(); i++) {
            fields.put(at + ".keep." + i, rule.keep().get(i));
        }
    }

    private static String others(List<String> headers) {
        return String.join(" | ", headers.subList(1, headers.size()));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
