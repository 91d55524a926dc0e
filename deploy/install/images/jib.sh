# Sourced by build: compares what Jib makes with the Containerfile's images before their training.

# Without a registry: the base is a file, and so is the image. Jib gets what Quarkus has packaged already, since Quarkus
# writes other bytes each time.
check_jib() {
    local service
    write_base
    (cd "$root" && IFS=, && mvn -q -B -ntp -Dquick -DskipTests -Dquarkus.build.skip -Pjib -Djib.goal=buildTar \
        -Dimage.registry=localhost/jib -pl "${services[*]}" -am package) >&2
    for service in "${services[@]}"; do
        podman load --quiet --input "$root/$service/target/jib-image.tar" >/dev/null
        if ! diff <(describe "localhost/jib/$service:1.0") <(describe "localhost/qadam/$service:untrained"); then
            echo "$service: the image of Jib (<) is not that of the Containerfile (>)" >&2
            exit 1
        fi
        echo "$service: Jib makes the same image"
        podman rmi "localhost/jib/$service:1.0" >/dev/null
    done
}

# Configuration and files of an image.
describe() {
    local files
    podman image inspect --format '{{.Os}} {{.User}} {{.Config.WorkingDir}} {{json .Config.Entrypoint}} {{json .Config.Cmd}}' "$1"
    podman image inspect --format '{{json .Config.Labels}}' "$1" | tr ',' '\n' | tr -d '{}' | grep -v '"io.buildah.version"' | sort
    files=$(podman image mount "$1")
    (cd "$files" && find . -printf '%p %y %m %U:%G %l\n' | sort && find . -type f -print0 | sort -z | xargs -0 sha256sum)
    podman image unmount "$1" >/dev/null
}
