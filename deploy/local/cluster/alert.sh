# Sourced by deploy/install/cluster: causes a fault, and waits for its alert.

# What Alertmanager has, one a line.
alerts() {
    curl -fsS "http://127.0.0.1:29093/api/v2/alerts?active=true" |
        jq -r '.[].labels | "\(.alertname) \(.instance // .service // "")"' | LC_ALL=C sort
}

new_alerts_are() { [ "$(LC_ALL=C comm -13 "$home/alerts-before" <(alerts))" = "$1" ]; }

# Stops an instance until Alertmanager has the alert of this fault and no other new one, and starts it again.
show_alert() {
    local pod=progress-service-1
    alerts >"$home/alerts-before"
    printf '%5d s  alerts before: %s\n' "$SECONDS" "$(paste -sd, "$home/alerts-before")"
    podman stop --time "$(grace_of "$pod")" "$pod-service" >/dev/null
    printf '%5d s  %s\n' "$SECONDS" "$pod is stopped"
    await 300 "Alertmanager has QadamInstanceDown of $pod, and nothing else is new" new_alerts_are "QadamInstanceDown $pod"
    stop_pod "$pod"
    start_pod "$pod"
    await 300 "$pod is ready" is_ready "$pod"
    await 120 "the alert is resolved" new_alerts_are ""
}
