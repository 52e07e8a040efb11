namespace FreedomCities.Api.Commands.Terminal;

/// <summary>Prints the addresses of the running service and a command to try.</summary>
internal static class StartupBanner
{
    public static void Print(TextWriter output, string address) => output.WriteLine(
        $"""

        FreedomCities.Api  {address}
        Swagger UI         {address}/swagger
        Try                curl {address}/v1/faqs
        """);
}
