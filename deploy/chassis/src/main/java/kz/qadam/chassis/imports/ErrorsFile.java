package kz.qadam.chassis.imports;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import kz.qadam.chassis.language.Language;

/** The rows that were not taken, written one part after the other, so that no more than one is in memory. */
final class ErrorsFile implements StreamingOutput {

    private final Job job;
    private final Language language;
    private final BiFunction<UUID, Integer, Optional<Parts.Part<BadRow>>> after;

    /** @param after the first part of a job's errors behind the one of this number */
    ErrorsFile(Job job, Language language, BiFunction<UUID, Integer, Optional<Parts.Part<BadRow>>> after) {
        this.job = job;
        this.language = language;
        this.after = after;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        try (var table = new ErrorTable(out, job.layout())) {
            Optional<Parts.Part<BadRow>> part = after.apply(job.id(), -1);
            while (part.isPresent()) {
                for (BadRow bad : part.get().rows()) {
                    table.add(bad.row(), bad.status(), bad.error().get(language));
                }
                part = after.apply(job.id(), part.get().number());
            }
        }
    }
}
