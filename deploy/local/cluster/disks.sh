# Sourced by deploy/install/cluster: brokers and databases keep their data on file systems of their own, which can be full.

# Makes an empty file system, and mounts it: make_disk DIRECTORY. What is not written takes no room.
make_disk() {
    local image
    image=$home/disks/$(basename "$1")
    mkdir -p "$home/disks" "$1"
    truncate -s 16G "$image"
    mkfs.ext4 -q -m 0 "$image"
    mount -o loop "$image" "$1"
    rmdir "$1/lost+found"
}

# Leaves no room: fill_disk DIRECTORY.
fill_disk() {
    fallocate -l "$(df --output=avail -B 1 "$1" | tail -n 1)" "$1/full" 2>/dev/null || true
    head -c 1G /dev/zero >"$1/fuller" 2>/dev/null || true
}

clear_disks() { rm -f "$home"/kafka-[123]/full* "$home"/postgres/disk-[12]/full*; }

unmount_disks() {
    local directory
    for directory in "$home"/kafka-[123] "$home"/postgres/disk-[12]; do
        umount "$directory" 2>/dev/null || umount --lazy "$directory" 2>/dev/null || true
    done
}
