package kz.qadam.supplychain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * {@code deploy/checks/supply-chain/check [ADVISORIES]}: writes the list of all components with their licences, and
 * fails if a licence is not allowed, or if the database of advisories knows a vulnerability.
 *
 * <p>Exit code 0: nothing was found; 1: something was found, or a file is missing; 2: wrong usage.
 */
final class SupplyChainCheck {

    private SupplyChainCheck() {}

    public static void main(String[] arguments) {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("Usage: check [ADVISORIES]");
            System.exit(2);
        }
        try {
            List<String> faults = run(Path.of(arguments[0]), arguments.length == 2 ? Path.of(arguments[1]) : null);
            faults.forEach(System.err::println);
            System.exit(faults.isEmpty() ? 0 : 1);
        } catch (IOException e) {
            System.err.println(e);
            System.exit(1);
        }
    }

    /** @param advisories null if vulnerabilities are not looked for */
    private static List<String> run(Path repository, Path advisories) throws IOException {
        var bills = BillOfMaterials.ofAll(repository);
        var licences = Licences.read(repository.resolve("deploy/checks/supply-chain/licences.txt"));
        Set<Component> components = new TreeSet<>(Comparator.comparing(Component::toString));
        bills.forEach(bill -> components.addAll(bill.components()));
        Path list = repository.resolve("deploy/checks/supply-chain/target/licences.csv");
        Files.writeString(list, listed(components, licences));
        System.out.printf("%d components of three services; their licences: %s%n", components.size(), list);
        List<String> faults = new ArrayList<>();
        bills.forEach(bill -> faults.addAll(licences.refused(bill)));
        if (advisories == null) {
            System.out.println("Known vulnerabilities: not looked for, since no file of advisories is named.");
        } else {
            var result = new AdvisoryDatabase(advisories).about(components);
            System.out.printf(
                    "%d advisories read, %d of them concern a component%n",
                    result.read(), result.findings().size());
            result.findings().forEach(finding -> faults.add(finding.toString()));
        }
        return faults;
    }

    private static String listed(Set<Component> components, Licences licences) {
        return "component,version,licence\n"
                + components.stream()
                        .map(component -> "%s,%s,\"%s\"%n"
                                .formatted(
                                        component.coordinates(),
                                        component.version(),
                                        String.join(" or ", licences.of(component))))
                        .collect(Collectors.joining());
    }
}
