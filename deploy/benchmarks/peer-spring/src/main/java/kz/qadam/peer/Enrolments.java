package kz.qadam.peer;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** An indexed table of its own has the references and the ids of enrolments. */
interface Enrolments extends JpaRepository<Enrolment, UUID> {

    @Query(
            nativeQuery = true,
            value = """
            select e.* from enrolment e join enrolment_name n on n.enrolment_id = e.id
             where n.institution = :institution and n.name = :name
            """)
    Optional<Enrolment> named(String institution, String name);

    @Query(
            nativeQuery = true,
            value = """
            select e.* from enrolment e join enrolment_name n on n.enrolment_id = e.id
             where n.institution in (:institutions) and n.name in (:names) and e.reference = n.name
            """)
    List<Enrolment> named(Collection<String> institutions, Collection<String> names);
}
