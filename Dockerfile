# The service and its commands: docker build -t freedomcities-api .
# It contains no PostgreSQL: ConnectionStrings__FreedomCities names a server (and …Owner, for `migrate`). See compose.yaml.

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
# Packages first: this layer is rebuilt only when a version changes.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY src/FreedomCities.Api/FreedomCities.Api.csproj src/FreedomCities.Api/packages.lock.json src/FreedomCities.Api/
COPY src/FreedomCities.ModelQuantizer/FreedomCities.ModelQuantizer.csproj src/FreedomCities.ModelQuantizer/packages.lock.json src/FreedomCities.ModelQuantizer/
RUN dotnet restore src/FreedomCities.Api --locked-mode -p:PublishReadyToRun=true
# .editorconfig configures the analyzers. Migrations, roles, seed and examples are embedded in the program.
COPY .editorconfig ./
COPY db db
COPY openapi openapi
COPY src src
# Compiled ahead of time for the building machine: a faster start.
RUN dotnet publish src/FreedomCities.Api --no-restore -c Release --use-current-runtime --no-self-contained \
  -p:PublishReadyToRun=true -p:UseAppHost=false -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# The program writes no file, so the root file system may be read-only. The runtime's diagnostics would need sockets in /tmp.
ENV DOTNET_EnableDiagnostics=0 ASPNETCORE_HTTP_PORTS=8080 ORT_DISABLE_TELEMETRY=1
EXPOSE 8080
# The image's user "app".
USER 1654
# The image has bash, but no curl. This checks liveness; /health/ready is for load balancers.
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/live HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r -t 2 _ status _ <&3 && [ \"$status\" = 200 ]"]
# Without a command it serves. `docker run … freedomcities-api migrate` and the other commands run and end.
ENTRYPOINT ["dotnet", "FreedomCities.Api.dll"]
