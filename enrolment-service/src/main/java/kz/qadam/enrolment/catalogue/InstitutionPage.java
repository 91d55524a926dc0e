package kz.qadam.enrolment.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.EffectDigest;
import kz.qadam.chassis.desk.PageLink;
import kz.qadam.chassis.http.batch.Batch;

/** The pages on which the office keeps institutions one by one. */
@Path(InstitutionPage.PATH)
public class InstitutionPage extends ListedCatalogueEntryPage<InstitutionView, Institution> {

    static final String PATH = "/institutions";

    InstitutionPage(Batch batch, CatalogueTransaction transaction, EffectDigest digest, ObjectMapper json) {
        super(
                new Words(),
                InstitutionResource.entries(transaction),
                InstitutionResource.file(batch, transaction),
                digest,
                json);
    }

    private static final class Words implements CatalogueEntryPageKind<InstitutionView> {

        @Override
        public String path() {
            return PATH;
        }

        @Override
        public String table() {
            return "/institution-table";
        }

        @Override
        public String keys() {
            return "institution";
        }

        @Override
        public String nameField() {
            return "names";
        }

        @Override
        public Map<String, Map<String, String>> choices(DeskContext context) {
            Map<String, String> regions = new LinkedHashMap<>();
            regions.put("", say(context, "no-region"));
            regions.putAll(NamedCatalogueEntries.regions(context.language()));
            Map<String, Map<String, String>> choices = new LinkedHashMap<>();
            choices.put("kind", words(context, "kind", InstitutionKind.values()));
            choices.put("region", regions);
            choices.put("status", words(context, "status", InstitutionStatus.values()));
            return choices;
        }

        /** As the members of the API are written. */
        private static Map<String, String> words(DeskContext context, String field, Enum<?>... values) {
            Map<String, String> words = new LinkedHashMap<>();
            Stream.of(values)
                    .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .forEach(value -> words.put(value, say(context, field + "." + value)));
            return words;
        }

        @Override
        public List<String> consequences(DeskContext context, InstitutionView from, InstitutionView to) {
            boolean wasActive = from == null || from.status() == InstitutionStatus.ACTIVE;
            boolean isActive = to.status() == InstitutionStatus.ACTIVE;
            if (wasActive == isActive) {
                return List.of();
            }
            return List.of(say(context, isActive ? "active-again" : "no-longer-active"));
        }

        @Override
        public List<PageLink> about(String code) {
            return List.of(
                    new PageLink("accounts", "/accounts?institution=" + code),
                    new PageLink("bases", "/bases?institution=" + code),
                    new PageLink("platforms", "/platforms?institution=" + code));
        }

        private static String say(DeskContext context, String key) {
            return context.tell(Message.of("institution." + key));
        }
    }
}
