# Sourced by deploy/cluster: causes a fault, and waits for its alert.

# What Alertmanager has, one a line.
alerts() {
    curl -fsS "http://127.0.0.1:29093/api/v2/alerts?active=true" |
        jq -r '.[].labels | "\(.alertname) \(.instance // .service // "")"' | sort
}

alerts_are() { [ "$(alerts)" = "$1" ]; }

# Stops an instance until Alertmanager has the alert of this fault and no other, and starts it again.
show_alert() {
    local pod=progress-service-1
    await 60 "no alert before" alerts_are ""
    podman stop --time "$(grace_of "$pod")" "$pod-service" >/dev/null
    printf '%5d s  %s\n' "$SECONDS" "$pod is stopped"
    await 300 "one alert: QadamInstanceDown $pod" alerts_are "QadamInstanceDown $pod"
    stop_pod "$pod"
    start_pod "$pod"
    await 300 "$pod is ready" is_ready "$pod"
    await 120 "no alert after" alerts_are ""
}
