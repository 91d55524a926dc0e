package kz.qadam.peer;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Outbox extends JpaRepository<OutboxEvent, UUID> {

    List<OutboxEvent> findFirst2000ByOrderBySeq();
}
