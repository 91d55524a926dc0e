package kz.qadam.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OverlayTest {

    static List<String> overlays() {
        return Overlay.NAMES;
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void an_overlay_has_no_faults(String name) {
        assertThat(Overlay.rendered(name).faults()).isEmpty();
    }
}
