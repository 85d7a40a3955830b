{{/* Parts of a pod that every workload of the chart has in common. */}}

{{- define "motcua.podSecurity" -}}
runAsNonRoot: true
runAsUser: 1001
runAsGroup: 1001
fsGroup: 1001
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "motcua.containerSecurity" -}}
allowPrivilegeEscalation: false
privileged: false
readOnlyRootFilesystem: true
runAsNonRoot: true
capabilities:
  drop: [ALL]
{{- end -}}

{{/* One variable from one key of a secret. Call with (list "NAME" secret key). */}}
{{- define "motcua.secretEnv" -}}
- name: {{ index . 0 }}
  valueFrom:
    secretKeyRef:
      name: {{ index . 1 }}
      key: {{ index . 2 }}
{{- end -}}

{{/* Variables that every container needs, the migration too. */}}
{{- define "motcua.commonEnv" -}}
- name: MOTCUA_DATABASE_URL
  value: {{ include "motcua.database" . | quote }}
{{ include "motcua.secretEnv" (list "MOTCUA_DATABASE_USER" (include "motcua.appSecret" .) "username") }}
{{ include "motcua.secretEnv" (list "MOTCUA_DATABASE_PASSWORD" (include "motcua.appSecret" .) "password") }}
{{ include "motcua.secretEnv" (list "MOTCUA_SECRET" (required "secret.existingSecret: name the secret that holds MOTCUA_SECRET (at least 32 characters)" .Values.secret.existingSecret) .Values.secret.key) }}
- name: MOTCUA_OIDC_URL
  value: {{ required "oidc.url: give the realm's address, https://host/realms/motcua" .Values.oidc.url | quote }}
{{- end -}}

{{/* Where the files of feedback lie. */}}
{{- define "motcua.attachmentsEnv" -}}
{{- with .Values.attachments -}}
{{- if .s3.endpoint }}
- name: MOTCUA_FEEDBACK_ATTACHMENTS_STORE
  value: s3
- name: MOTCUA_FEEDBACK_ATTACHMENTS_S3_ENDPOINT
  value: {{ .s3.endpoint | quote }}
- name: MOTCUA_FEEDBACK_ATTACHMENTS_S3_BUCKET
  value: {{ required "attachments.s3.bucket: name the bucket for the files of feedback" .s3.bucket | quote }}
- name: MOTCUA_FEEDBACK_ATTACHMENTS_S3_REGION
  value: {{ .s3.region | quote }}
{{- $keys := required "attachments.s3.existingSecret: name the secret with access-key and secret-key" .s3.existingSecret }}
{{ include "motcua.secretEnv" (list "MOTCUA_FEEDBACK_ATTACHMENTS_S3_ACCESS_KEY" $keys "access-key") }}
{{ include "motcua.secretEnv" (list "MOTCUA_FEEDBACK_ATTACHMENTS_S3_SECRET_KEY" $keys "secret-key") }}
{{- else if .existingClaim }}
- name: MOTCUA_FEEDBACK_ATTACHMENTS_FOLDER
  value: /var/lib/motcua/feedback
{{- end }}
{{- if .scanner.host }}
- name: MOTCUA_FEEDBACK_ATTACHMENTS_SCANNER_HOST
  value: {{ .scanner.host | quote }}
- name: MOTCUA_FEEDBACK_ATTACHMENTS_SCANNER_PORT
  value: {{ .scanner.port | quote }}
{{- end }}
{{- end -}}
{{- end -}}

{{/* A workload's pod. Call with (dict "root" $ "component" "api" "role" "all" "settings" .Values.api). */}}
{{- define "motcua.pod" -}}
{{- $root := .root -}}
{{- $delivers := ne .role "api" -}}
{{- $claim := ternary "" $root.Values.attachments.existingClaim (ne $root.Values.attachments.s3.endpoint "") -}}
metadata:
  labels:
    {{- include "motcua.labels" . | nindent 4 }}
  {{- with .settings.podAnnotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  serviceAccountName: {{ include "motcua.fullname" $root }}
  automountServiceAccountToken: false
  enableServiceLinks: false
  terminationGracePeriodSeconds: 40
  {{- with $root.Values.image.pullSecrets }}
  imagePullSecrets:
    {{- range . }}
    - name: {{ . }}
    {{- end }}
  {{- end }}
  securityContext:
    {{- include "motcua.podSecurity" $root | nindent 4 }}
  topologySpreadConstraints:
    {{- range list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
    - maxSkew: 1
      topologyKey: {{ . }}
      whenUnsatisfiable: ScheduleAnyway
      labelSelector:
        matchLabels:
          {{- include "motcua.selector" $ | nindent 10 }}
    {{- end }}
  containers:
    - name: motcua
      image: {{ include "motcua.image" $root }}
      imagePullPolicy: {{ $root.Values.image.pullPolicy }}
      securityContext:
        {{- include "motcua.containerSecurity" $root | nindent 8 }}
      env:
        {{- include "motcua.commonEnv" $root | nindent 8 }}
        - name: MOTCUA_ROLE
          value: {{ .role }}
        - name: MOTCUA_HOST
          value: 0.0.0.0
        - name: MOTCUA_PORT
          value: "8080"
        # A pod of this release does not start on a database that the migration has not reached.
        - name: MOTCUA_MIGRATION
          value: check
        {{- with $root.Values.catalogueKey.existingSecret }}
        {{- include "motcua.secretEnv" (list "MOTCUA_CATALOGUE_SIGNING_KEY" . $root.Values.catalogueKey.key) | nindent 8 }}
        {{- end }}
        {{- with $root.Values.ledgerKey.existingSecret }}
        {{- include "motcua.secretEnv" (list "MOTCUA_SATISFACTION_LEDGER_SIGNING_KEY" . $root.Values.ledgerKey.key) | nindent 8 }}
        {{- end }}
        {{- with include "motcua.attachmentsEnv" $root }}
        {{- trim . | nindent 8 }}
        {{- end }}
        # Open requests and the batch in flight end first.
        - name: QUARKUS_SHUTDOWN_TIMEOUT
          value: 25s
        {{- if and $root.Values.ingress.enabled (eq .component "api") }}
        - name: MOTCUA_SITE_URL
          value: https://{{ $root.Values.ingress.host }}
        # Limits per address count the caller, not the ingress; the network policy lets nobody else in.
        - name: QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING
          value: "true"
        - name: QUARKUS_HTTP_PROXY_ALLOW_X_FORWARDED
          value: "true"
        {{- end }}
        {{- if $delivers }}
        - name: MOTCUA_FCM_CREDENTIALS_FILE
          value: /etc/motcua/fcm/credentials.json
        {{- end }}
        {{- range $name, $value := .settings.env }}
        - name: {{ $name }}
          value: {{ $value | quote }}
        {{- end }}
      ports:
        - name: http
          containerPort: 8080
      startupProbe:
        httpGet: {path: /q/health/started, port: http}
        periodSeconds: 1
        failureThreshold: 60
      livenessProbe:
        httpGet: {path: /q/health/live, port: http}
        periodSeconds: 10
        timeoutSeconds: 3
      readinessProbe:
        httpGet: {path: /q/health/ready, port: http}
        periodSeconds: 5
        timeoutSeconds: 3
      lifecycle:
        preStop:
          # Until the endpoints have forgotten this pod.
          sleep: {seconds: 5}
      resources:
        {{- toYaml .settings.resources | nindent 8 }}
      volumeMounts:
        - name: tmp
          mountPath: /tmp
        {{- if $claim }}
        - name: attachments
          mountPath: /var/lib/motcua/feedback
        {{- end }}
        {{- if $delivers }}
        - name: fcm
          mountPath: /etc/motcua/fcm
          readOnly: true
        {{- end }}
  volumes:
    - name: tmp
      emptyDir: {sizeLimit: 256Mi}
    {{- if $claim }}
    - name: attachments
      persistentVolumeClaim: {claimName: {{ $claim }}}
    {{- end }}
    {{- if $delivers }}
    - name: fcm
      secret:
        secretName: {{ required "fcm.existingSecret: name the secret that holds the Firebase credentials file" $root.Values.fcm.existingSecret }}
        defaultMode: 0440
        items:
          - key: {{ $root.Values.fcm.key }}
            path: credentials.json
    {{- end }}
  {{- with .settings.nodeSelector }}
  nodeSelector:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .settings.tolerations }}
  tolerations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end -}}
