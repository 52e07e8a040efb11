using FreedomCities.Api.Editorial.Publishing.Rendering;
using FreedomCities.Api.Http;

namespace FreedomCities.Api.Editorial.Publishing;

internal static class PublishingModule
{
    public static IServiceCollection AddPublishing(this IServiceCollection services) => services
        .AddSingleton<RenderWorker>()
        .AddHostedService(s => s.GetRequiredService<RenderWorker>())
        .AddSingleton(s => new ReadyCondition(
            "The documents of this version have not been rendered yet.", () => s.GetRequiredService<RenderWorker>().HasCaughtUp));
}
