package kz.qadam.local;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FeatureUpdate;
import org.apache.kafka.clients.admin.FeatureUpdate.UpgradeType;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.UpdateFeaturesOptions;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * The features of a Kafka cluster, such as the format of its metadata, and their levels. A new directory has the levels
 * of the version that formats it; a later version keeps them until they are raised.
 */
final class KafkaFeatures {

    private KafkaFeatures() {}

    /** Raises each feature to the level of a new directory. From then on, no earlier version of Kafka opens the data. */
    static void raise(Admin admin) throws ExecutionException, InterruptedException {
        Map<String, FinalizedVersionRange> present =
                admin.describeFeatures().featureMetadata().get().finalizedFeatures();
        Map<String, Short> due = levelsOfThisVersion();
        due.entrySet().removeIf(feature -> levelIn(present, feature.getKey()) >= feature.getValue());
        if (!due.isEmpty()) {
            var updates = due.entrySet().stream()
                    .collect(toMap(
                            Map.Entry::getKey, level -> new FeatureUpdate(level.getValue(), UpgradeType.UPGRADE)));
            admin.updateFeatures(updates, new UpdateFeaturesOptions()).all().get();
        }
    }

    private static Map<String, Short> levelsOfThisVersion() {
        var version = MetadataVersion.latestProduction();
        Map<String, Short> levels = new HashMap<>();
        for (Feature feature : Feature.PRODUCTION_FEATURES) {
            // With a fixed list of controllers it has no level.
            if (feature != Feature.KRAFT_VERSION) {
                levels.put(feature.featureName(), feature.defaultLevel(version));
            }
        }
        levels.put(MetadataVersion.FEATURE_NAME, version.featureLevel());
        return levels;
    }

    private static int levelIn(Map<String, FinalizedVersionRange> features, String name) {
        FinalizedVersionRange present = features.get(name);
        return present == null ? 0 : present.maxVersionLevel();
    }
}
