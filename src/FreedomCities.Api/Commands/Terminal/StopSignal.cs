using System.Runtime.InteropServices;

namespace FreedomCities.Api.Commands.Terminal;

/// <summary>
/// Handles SIGTERM, Ctrl-C and a closed terminal during the whole life of the process. By default they would end the process while the
/// embedded database starts or stops, and its server would keep running.
/// </summary>
internal sealed class StopSignal : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

    public StopSignal()
    {
        PosixSignal[] signals = [PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGHUP];
        _registrations = Array.ConvertAll(signals, s => PosixSignalRegistration.Create(s, Stop));
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        Array.ForEach(_registrations, r => r.Dispose());
        _source.Dispose();
    }

    private void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        _source.Cancel();
    }
}
