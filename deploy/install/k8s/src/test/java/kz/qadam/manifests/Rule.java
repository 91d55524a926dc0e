package kz.qadam.manifests;

import java.util.List;
import java.util.stream.Stream;

/** What an overlay has to fulfil. */
interface Rule {

    List<Rule> ALL = List.of(
            new Schemas(),
            new References(),
            new Selectors(),
            new Security(),
            new Proxies(),
            new FrontRoutes(),
            new Settings(),
            new Provider(),
            new KafkaResources(),
            new Databases(),
            new Connections(),
            new Stopping(),
            new Traffic());

    /** The faults of an overlay; each begins with the kind and the name of the document. */
    Stream<String> faults(Overlay overlay);
}
