package kz.qadam.peer;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;

record CompletionPost(
        @NotNull @Size(min = 1, max = 100) String reference,
        @NotNull @Size(min = 1, max = 100) String institution,
        @NotNull @Size(min = 1, max = 100) String enrolment,
        @NotNull @PastOrPresent LocalDate completedOn,
        @DecimalMin("0") @DecimalMax("1") BigDecimal score,
        @Size(max = 200) String certificate) {}
