using System.Diagnostics;
using OpenTelemetry;

namespace FreedomCities.Api.Telemetry;

/// <summary>Takes from each span what <see cref="AllowedTags"/> doesn't allow, and the words of its failure.</summary>
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
