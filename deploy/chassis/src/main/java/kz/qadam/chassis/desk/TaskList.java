package kz.qadam.chassis.desk;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The tasks of a caller at one service. */
@Schema(
        name = "Tasks",
        description = "What waits for the caller at this service: first what has a last day, then what waits longest.")
public record TaskList(List<Task> items) {}
