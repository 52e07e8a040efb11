using System.Diagnostics;
using OpenTelemetry;

namespace FreedomCities.Api.Telemetry;

/// <summary>Removes from each span the tags that <see cref="AllowedTags"/> doesn't allow, and the description of its status.</summary>
internal sealed class SpanScrubber : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        foreach (var tag in data.TagObjects.Where(t => !AllowedTags.Allowed.Contains(t.Key, StringComparer.Ordinal)).ToArray())
        {
            data.SetTag(tag.Key, null);
        }

        data.SetStatus(data.Status);
    }
}
