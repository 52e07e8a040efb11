using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace FreedomCities.Api.Tests.Hosting;

/// <summary>The files that operators copy are what the programs that read them take. deploy/nginx.conf is run by the Scale tests.</summary>
public sealed partial class DeployFilesTests : IDisposable
{
    private static readonly string Folder = Path.Combine(Repository.Root, "deploy");

    private readonly string _temporary = Directory.CreateTempSubdirectory("fc-deploy-").FullName;

    public void Dispose() => Directory.Delete(_temporary, recursive: true);

    [Fact]
    public async Task NginxWithTls_IsTaken()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=faq.example.org", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UtcNow.AddDays(1));
        await File.WriteAllTextAsync(Path.Combine(_temporary, "fullchain.pem"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(_temporary, "privkey.pem"), key.ExportPkcs8PrivateKeyPem());
        var site = (await File.ReadAllTextAsync(Path.Combine(Folder, "nginx-tls.conf"))).Replace(
            "/etc/ssl/faq.example.org/",
            _temporary + "/",
            StringComparison.Ordinal);
        var configuration = Path.Combine(_temporary, "nginx.conf");
        await File.WriteAllTextAsync(configuration, $"pid {_temporary}/pid; events {{}} http {{ {site} }}");

        await Programs.Run("nginx", "", "-t", "-e", "stderr", "-c", configuration);
    }

    [Fact]
    public async Task SystemdUnits_AreTaken()
    {
        foreach (var unit in Directory.GetFiles(Folder, "freedomcities-*"))
        {
            // The users, folders and programs of that machine aren't those of this one.
            var text = OfThatMachine().Replace(await File.ReadAllTextAsync(unit), "").Replace(
                "=/usr/bin/dotnet ",
                "=/bin/true ",
                StringComparison.Ordinal);
            await File.WriteAllTextAsync(Path.Combine(_temporary, Path.GetFileName(unit)), text);
        }

        await Programs.Run("systemd-analyze", "", ["verify", .. Directory.GetFiles(_temporary, "freedomcities-*")]);
    }

    [GeneratedRegex("^(User|Group|EnvironmentFile|WorkingDirectory)=.*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex OfThatMachine();
}
