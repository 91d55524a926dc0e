package kz.qadam.peer;

import jakarta.validation.Valid;
import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/completions")
class CompletionController {

    private final Recording recording;

    CompletionController(Recording recording) {
        this.recording = recording;
    }

    @PostMapping
    ResponseEntity<CompletionView> post(@Valid @RequestBody CompletionPost post) {
        Recording.Outcome outcome = recordOnce(post);
        HttpStatus status = outcome.isConflict()
                ? HttpStatus.CONFLICT
                : outcome.isNew() ? HttpStatus.CREATED : HttpStatus.OK;
        return ResponseEntity.status(status).body(CompletionView.of(outcome.completion()));
    }

    /** A request that loses a race for a reference, or for a learner, tries again and finds the row of the winner. */
    private Recording.Outcome recordOnce(CompletionPost post) {
        try {
            return recording.record(post);
        } catch (DataIntegrityViolationException e) {
            return recording.record(post);
        }
    }

    @PostMapping("/batch")
    ResponseEntity<List<CompletionView>> postBatch(@RequestBody List<@Valid CompletionPost> posts) {
        return ResponseEntity.status(HttpStatus.MULTI_STATUS)
                .body(recording.record(posts).stream()
                        .map(outcome -> CompletionView.of(outcome.completion()))
                        .toList());
    }
}
