package kz.qadam.enrolment.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.EffectDigest;
import kz.qadam.chassis.desk.PageLink;
import kz.qadam.chassis.http.batch.Batch;

/** The pages on which the office keeps courses one by one. */
@Path(CoursePage.PATH)
public class CoursePage extends ListedCatalogueEntryPage<CourseView, Course> {

    static final String PATH = "/courses";

    CoursePage(Batch batch, CatalogueTransaction transaction, EffectDigest digest, ObjectMapper json) {
        super(new Words(), CourseResource.entries(transaction), CourseResource.file(batch, transaction), digest, json);
    }

    private static final class Words implements CatalogueEntryPageKind<CourseView> {

        @Override
        public String path() {
            return PATH;
        }

        @Override
        public String table() {
            return "/course-table";
        }

        @Override
        public String keys() {
            return "course";
        }

        @Override
        public String nameField() {
            return "titles";
        }

        @Override
        public Map<String, Map<String, String>> choices(DeskContext context) {
            Map<String, String> areas = new LinkedHashMap<>();
            for (SubjectArea area : SubjectArea.values()) {
                String code = area.name().toLowerCase(Locale.ROOT).replace('_', '-');
                areas.put(code, context.tell(Message.of("course.area." + code)));
            }
            return Map.of("area", areas);
        }

        @Override
        public List<String> consequences(DeskContext context, CourseView from, CourseView to) {
            return List.of();
        }

        @Override
        public List<PageLink> about(String code) {
            return List.of();
        }
    }
}
