package kz.qadam.peer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface Completions extends JpaRepository<Completion, UUID> {

    Optional<Completion> findByInstitutionAndReference(String institution, String reference);

    List<Completion> findByInstitutionInAndReferenceIn(Collection<String> institutions, Collection<String> references);

    @Modifying
    @Query(nativeQuery = true, value = """
            insert into tally_delta
            values (:institution, :day, :accepted, :pending, 0, :duplicate, 0, 0, :pending, 0)
            """)
    void tally(String institution, LocalDate day, int accepted, int pending, int duplicate);
}
