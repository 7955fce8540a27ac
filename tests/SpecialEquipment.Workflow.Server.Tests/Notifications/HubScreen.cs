using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace SpecialEquipment.Workflow.Server.Tests.Notifications;

/// <summary>A screen with a live line to <c>/hubs/notifications</c>: SignalR's own client over a plain WebSocket.</summary>
public sealed class HubScreen : IAsyncDisposable
{
    private readonly Channel<JsonElement> notices = Channel.CreateUnbounded<JsonElement>();
    private readonly Channel<JsonElement> changes = Channel.CreateUnbounded<JsonElement>();

    private HubScreen(HubConnection line)
    {
        Line = line;
        line.On<JsonElement>("notice", n => notices.Writer.TryWrite(n));
        line.On<JsonElement>("matterChanged", c => changes.Writer.TryWrite(c));
    }

    public HubConnection Line { get; }
    public ChannelReader<JsonElement> Notices => notices.Reader;
    public ChannelReader<JsonElement> Changes => changes.Reader;

    public static async Task<HubScreen> ConnectAsync(Uri server, string? bearerToken)
    {
        var builder = new HubConnectionBuilder();
        var address = new UriBuilder(new Uri(server, "/hubs/notifications")) { Scheme = "ws" }.Uri;
        builder.Services.AddSingleton<IConnectionFactory>(new WebSocketConnections(bearerToken)).AddSingleton<EndPoint>(new UriEndPoint(address));
        var screen = new HubScreen(builder.Build());
        await screen.Line.StartAsync();
        return screen;
    }

    public async Task<JsonElement> NextNoticeAsync() => await Notices.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));

    public async Task<JsonElement> NextChangeAsync() => await Changes.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));

    public ValueTask DisposeAsync() => Line.DisposeAsync();

    /// <summary>Two pipes over a WebSocket: what the client package that does not restore would bring.</summary>
    private sealed class WebSocketConnections(string? bearerToken) : IConnectionFactory
    {
        public async ValueTask<ConnectionContext> ConnectAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
        {
            var socket = new ClientWebSocket();
            if (bearerToken is not null)
                socket.Options.SetRequestHeader("Authorization", "Bearer " + bearerToken);
            await socket.ConnectAsync(((UriEndPoint)endpoint).Uri, cancellationToken);
            var (incoming, outgoing) = (new Pipe(), new Pipe());
            _ = ReceiveAsync(socket, incoming.Writer);
            _ = SendAsync(socket, outgoing.Reader);
            return new DefaultConnectionContext(Guid.CreateVersion7().ToString(), new Duplex(incoming.Reader, outgoing.Writer), new Duplex(outgoing.Reader, incoming.Writer));
        }

        private static async Task ReceiveAsync(ClientWebSocket socket, PipeWriter writer)
        {
            try
            {
                while (true)
                {
                    var received = await socket.ReceiveAsync(writer.GetMemory(4096), default);
                    if (received.MessageType == WebSocketMessageType.Close)
                        break;
                    writer.Advance(received.Count);
                    await writer.FlushAsync();
                }
            }
            catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException) { /* the line is gone; completing the pipe tells the client */ }
            await writer.CompleteAsync();
        }

        private static async Task SendAsync(ClientWebSocket socket, PipeReader reader)
        {
            using (socket)
            {
                while (true)
                {
                    var read = await reader.ReadAsync();
                    if (read.Buffer.Length > 0 && socket.State == WebSocketState.Open)
                        await socket.SendAsync(read.Buffer.ToArray(), WebSocketMessageType.Text, endOfMessage: true, default);
                    reader.AdvanceTo(read.Buffer.End);
                    if (read.IsCompleted)
                        break;
                }
                if (socket.State == WebSocketState.Open)
                    await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, default);
            }
        }

        private sealed class Duplex(PipeReader input, PipeWriter output) : IDuplexPipe
        {
            public PipeReader Input { get; } = input;
            public PipeWriter Output { get; } = output;
        }
    }
}
