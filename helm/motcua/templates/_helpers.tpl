{{- define "motcua.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 50 | trimSuffix "-" -}}
{{- end -}}

{{- define "motcua.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 50 | trimSuffix "-" -}}
{{- else if contains (include "motcua.name" .) .Release.Name -}}
{{- .Release.Name | trunc 50 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name (include "motcua.name" .) | trunc 50 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{/* What selects pods; never changes, selectors are immutable. Call with (dict "root" $ "component" "api"). */}}
{{- define "motcua.selector" -}}
app.kubernetes.io/name: {{ include "motcua.name" .root }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{- define "motcua.labels" -}}
{{ include "motcua.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
app.kubernetes.io/part-of: motcua
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end -}}

{{- define "motcua.image" -}}
{{ .Values.image.repository }}:{{ default .Chart.AppVersion .Values.image.tag }}
{{- end -}}

{{- define "motcua.database" -}}
{{- if .Values.cnpg.enabled -}}
postgresql://{{ include "motcua.fullname" . }}-db-rw:5432/motcua
{{- else -}}
{{- required "database.url: give postgresql://host:port/database, or set cnpg.enabled" .Values.database.url -}}
{{- end -}}
{{- end -}}

{{- define "motcua.appSecret" -}}
{{- required "database.appSecret: name the secret with username and password of the service's database role" .Values.database.appSecret -}}
{{- end -}}

{{- define "motcua.ownerSecret" -}}
{{- required "database.ownerSecret: name the secret with username and password of the role that owns the schemas" .Values.database.ownerSecret -}}
{{- end -}}

{{/* The first migration of an own cluster cannot run before the cluster is there, so it is no hook then. */}}
{{- define "motcua.migrationHook" -}}
{{- if not (and .Values.cnpg.enabled .Release.IsInstall) -}}
helm.sh/hook: pre-install,pre-upgrade
helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
{{- end -}}
{{- end -}}
