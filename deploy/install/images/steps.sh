# Sourced by build: its steps.

export PODMAN_IGNORE_CGROUPSV1_WARNING=1
images=$root/deploy/install/images
work=$images/target
services=(enrolment-service progress-service reporting-service)
# What a JVM needs of Debian.
# The JDK of Debian needs the libraries of C++; others have them inside.
packages=(base-files libc6 libgcc-s1 libstdc++6 zlib1g)
user=10001
# When everything in an image was written.
written=$(date -d "$(sed -n 's/.*<project.build.outputTimestamp>\(.*\)<.*/\1/p' "$root/pom.xml")" +%s)
revision=$(git -C "$root" rev-parse HEAD 2>/dev/null || echo unknown)

require_tools() {
    # jlink strips by objcopy.
    install_packages buildah podman runc binutils
    if [ ! -x "$java_home/bin/jlink" ] || [ "$("$java_home/bin/jlink" --version | cut -d. -f1)" -lt 25 ]; then
        echo "Images need a JDK of release 25 or later, for the AOT cache: install one, or point JAVA_HOME to it." >&2
        exit 1
    fi
}

# What each service is made of, for its image.
make_bills() {
    local service stale=false
    for service in "${services[@]}"; do
        [ "$root/$service/target/$service-sbom.json" -nt "$root/$service/pom.xml" ] || stale=true
    done
    if $stale; then
        (cd "$root" && IFS=, && mvn -q -B -ntp -Dquick -Dbills -pl "${services[*]},deploy/chassis" cyclonedx:makeBom) >&2
    fi
}

# Makes the directories that the Containerfile copies: root, runtime, and for each service a directory of its own.
stage() {
    local to=$1 service
    stage_base "$to"
    rm -rf "$to"/*-service
    for service in "${services[@]}"; do
        stage_service "$service" "$to/$service"
        chmod -R u=rwX,go=rX "$to/$service"
    done
}

stage_base() {
    local to=$1
    rm -rf "$to/root" "$to/runtime"
    mkdir -p "$to"
    make_root "$to"
    "$java_home/bin/jlink" --add-modules "$(listed '^[a-z]' | paste -sd,)" --strip-debug --no-header-files --no-man-pages \
        --compress zip-6 --output "$to/runtime"
    chmod -R u=rwX,go=rX "$to/root" "$to/runtime"
    chmod 1777 "$to/root/tmp"
}

listed() { grep "$1" "$images/modules"; }

# Fetches Debian's packages as they are today, with their fixes. Without Debian, those of an earlier build are used.
refresh_packages() {
    local fresh=$work/packages.new
    rm -rf "$fresh"
    mkdir -p "$fresh"
    if (cd "$fresh" && apt-get update -qq && apt-get download -qq "${packages[@]}") >&2; then
        rm -rf "$work/packages"
        mv "$fresh" "$work/packages"
    elif ls "$work/packages"/*.deb >/dev/null 2>&1; then
        rm -rf "$fresh"
        echo "Debian does not answer: the packages of $(date -r "$work/packages" +%F) are used." >&2
    else
        echo "Debian does not answer, and no packages were fetched before." >&2
        return 1
    fi
}

# Debian's files without its programs: the C library, which a JVM needs, and what says that this is Debian.
make_root() {
    local to=$1/root package
    mkdir -p "$to/tmp" "$to/var/lib/dpkg/status.d"
    for package in "$1/packages"/*.deb; do
        dpkg-deb --extract "$package" "$to"
        # Where programs that look for vulnerabilities find the packages of an image without dpkg.
        dpkg-deb --field "$package" >"$to/var/lib/dpkg/status.d/$(dpkg-deb --field "$package" Package)"
    done
    rm -rf "$to"/usr/lib/*/gconv "$to"/usr/share/{man,lintian,doc-base,info} "$to"/{home,root,mnt,media,srv,boot}
    printf 'root:x:0:0::/:/nonexistent\nqadam:x:%s:%s::/:/nonexistent\n' "$user" "$user" >"$to/etc/passwd"
    printf 'root:x:0:\nqadam:x:%s:\n' "$user" >"$to/etc/group"
    printf 'hosts: files dns\n' >"$to/etc/nsswitch.conf"
}

stage_service() {
    local packaged=$root/$1/target/quarkus-app to=$2
    mkdir -p "$to/application"
    cp -r "$packaged/lib" "$to/lib"
    cp -r "$packaged"/{app,quarkus,quarkus-run.jar} "$to/application/"
    cp "$images/java.options" "$to/application/"
    cp "$root/$1/target/$1-sbom.json" "$to/application/"
}

# Makes an image of this service, stage and tag from staged directories.
make_image() {
    local service=$1 from=$2 stage=$3 name=$1:$4
    shift 4
    run_containerfile "$from" "$stage" "$name" --build-arg "SERVICE=$service" "$@"
}

run_containerfile() {
    local from=$1 stage=$2 name=localhost/qadam/$3
    shift 3
    echo "Building $name ..." >&2
    buildah build --quiet --isolation chroot --layers --timestamp "$written" --target "$stage" \
        --label "org.opencontainers.image.revision=$revision" --file "$images/Containerfile" --tag "$name" "$@" "$from" >/dev/null
}

# The base of the images as a file, in the form that Jib reads.
write_base() {
    run_containerfile "$work" base base:1.0
    rm -f "$work/base.tar"
    podman save --quiet --format docker-archive --output "$work/base.tar" localhost/qadam/base:1.0 >/dev/null
    echo "$work/base.tar"
}

# Runs each image once on temporary data; its JVM writes the cache when it ends.
train_images() {
    local service
    for service in "${services[@]}"; do
        mkdir -p "$work/$service/trained"
        rm -f "$work/$service/trained"/*
    done
    (launch Training --images "$work") >&2
    for service in "${services[@]}"; do chmod 644 "$work/$service/trained/service.aot"; done
}

# Without its last layer, an image has the same bytes each time.
check_second_build() {
    local service second=$work/second
    mkdir -p "$second"
    ln -sfn "$work/packages" "$second/packages"
    stage "$second"
    for service in "${services[@]}"; do
        make_image "$service" "$second" untrained second --no-cache
        if [ "$(id_of "$service:untrained")" != "$(id_of "$service:second")" ]; then
            echo "$service: two builds have different images" >&2
            exit 1
        fi
        echo "$service: two builds have the same image $(id_of "$service:untrained")"
        buildah rmi "localhost/qadam/$service:second" >/dev/null
    done
    rm -rf "$second"
}

id_of() { podman image inspect --format '{{.Digest}} {{.Id}}' "localhost/qadam/$1"; }

# The list of modules is what jdeps finds, but for the modules that the list leaves out and adds.
check_modules() {
    local classes service jar found
    classes=$(mktemp -d)
    for service in "${services[@]}"; do
        printf '%s\n' "$root/$service"/target/quarkus-app/{quarkus-run.jar,app/*.jar,quarkus/*.jar}
    done >"$classes/jars"
    # Most libraries are those of all services, and have their versions in their names.
    for service in "${services[@]}"; do printf '%s\n' "$root/$service"/target/quarkus-app/lib/*/*.jar; done |
        awk -F/ '!known[$NF]++' >>"$classes/jars"
    while read -r jar; do (cd "$classes" && "$java_home/bin/jar" --extract --file "$jar"); done <"$classes/jars"
    find "$classes" -name module-info.class -delete
    found=$("$java_home/bin/jdeps" --ignore-missing-deps --multi-release base --print-module-deps -q "$classes" | tail -n 1 | tr , '\n')
    rm -rf "$classes"
    if ! diff <(sort <<<"$found") <(listed '^!\?[a-z]' | grep -v '^jdk.zipfs$' | tr -d '!' | sort); then
        echo "The modules that jdeps finds (<) are not those of deploy/install/images/modules (>)" >&2
        exit 1
    fi
    echo "The list of modules is what jdeps finds"
}

# What an operator may rely on.
check_image() {
    local service=$1 image=localhost/qadam/$1:1.0 found
    found=$(podman image inspect --format '{{.Config.User}} {{index .Config.Labels "org.opencontainers.image.title"}}' "$image")
    [ "$found" = "$user:$user Qadam $service" ] || { echo "$image: user and title are $found" >&2; exit 1; }
    # The program of an image with a read-only root, without rights and network, accepts its AOT cache.
    podman run --rm --runtime runc --read-only --network none --cap-drop all --entrypoint /opt/java/bin/java "$image" \
        -XX:AOTMode=on -XX:AOTCache=/opt/qadam/service.aot @/opt/qadam/java.options -cp /opt/qadam/quarkus-run.jar -version 2>&1 | tail -n 1
    if podman run --rm --runtime runc --network none --entrypoint /bin/sh "$image" -c true 2>/dev/null; then
        echo "$image has a shell" >&2
        exit 1
    fi
}
