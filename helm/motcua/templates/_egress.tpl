{{/* Where pods may connect to: DNS and PostgreSQL, the identity server, the store of attachments and its scanner, FCM. */}}

{{- define "motcua.egressDatabase" -}}
- ports:
    - {port: 53, protocol: UDP}
    - {port: 53, protocol: TCP}
{{- if .Values.cnpg.enabled }}
- to:
    - podSelector:
        matchLabels:
          cnpg.io/cluster: {{ include "motcua.fullname" . }}-db
  ports:
    - {port: 5432, protocol: TCP}
{{- else }}
{{ include "motcua.egressTo" .Values.networkPolicy.database }}
{{- end }}
{{- end -}}

{{- define "motcua.egressOidc" -}}
{{ include "motcua.egressTo" .Values.networkPolicy.oidc }}
{{- end -}}

{{/* The store of attachments and their scanner, as far as there are any. */}}
{{- define "motcua.egressAttachments" -}}
{{- if .Values.attachments.s3.endpoint }}
{{ include "motcua.egressTo" .Values.networkPolicy.attachments }}
{{- end }}
{{- if .Values.attachments.scanner.host }}
{{ include "motcua.egressTo" (dict "port" .Values.attachments.scanner.port "cidrs" .Values.networkPolicy.scanner.cidrs) }}
{{- end }}
{{- end -}}

{{/* FCM has no fixed addresses: HTTPS to anything outside private networks. */}}
{{- define "motcua.egressFcm" -}}
- to:
    - ipBlock:
        cidr: 0.0.0.0/0
        except: [10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 169.254.0.0/16]
  ports:
    - {port: 443, protocol: TCP}
{{- end -}}

{{- define "motcua.egressTo" -}}
- ports:
    - {port: {{ .port }}, protocol: TCP}
  {{- with .cidrs }}
  to:
    {{- range . }}
    - ipBlock: {cidr: {{ . }}}
    {{- end }}
  {{- end }}
{{- end -}}
