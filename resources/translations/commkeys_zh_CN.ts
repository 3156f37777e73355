<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- SPDX-FileCopyrightText: 2026 The CommKeys authors -->
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CommKeys::AbandonedLock</name>
    <message>
        <source>Is the regeneration of a key of %1 on the other computer over?</source>
        <extracomment>%1: the name of a resource</extracomment>
        <translation>另一台计算机上对 %1 的密钥的重新生成是否已结束？</translation>
    </message>
    <message>
        <source>If it still runs there, both keys may be replaced at the same time. Unlock only if CommKeys isn&apos;t running there any more, or that computer is gone.</source>
        <translation>如果它仍在那里运行，两个密钥可能会同时被替换。只有当 CommKeys 已不在那里运行，或该计算机已不存在时，才应解锁。</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>解锁…</translation>
    </message>
</context>
<context>
    <name>CommKeys::AboutBox</name>
    <message>
        <source>About CommKeys</source>
        <translation>关于 CommKeys</translation>
    </message>
    <message>
        <source>CommKeys %1</source>
        <extracomment>%1: a version number</extracomment>
        <translation>CommKeys %1</translation>
    </message>
    <message>
        <source>Versions for a bug report</source>
        <translation>错误报告所需的版本信息</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copies the versions, for a bug report</source>
        <translation>复制版本信息，供错误报告使用</translation>
    </message>
    <message>
        <source>Lists, regenerates and keeps the access keys of Azure Communication Services.

Free software under the GNU General Public License, version 3 or later. Not a product of Microsoft; it sends nothing to anyone but the Azure that you choose.</source>
        <translation>列出、重新生成并保存 Azure 通信服务的访问密钥。

以 GNU 通用公共许可证第 3 版或更高版本发布的自由软件。不是 Microsoft 的产品；除你选择的 Azure 外，不向任何人发送任何内容。</translation>
    </message>
</context>
<context>
    <name>CommKeys::AccountButton</name>
    <message>
        <source>Sign in with another account…</source>
        <translation>使用其他帐户登录…</translation>
    </message>
    <message>
        <source>Switch to the demo</source>
        <translation>切换到演示</translation>
    </message>
    <message>
        <source>Switch to my Azure CLI sign-in</source>
        <translation>切换到我的 Azure CLI 登录</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>注销</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>已登录</translation>
    </message>
    <message>
        <source>CommKeys forgets this account, also in the keychain.</source>
        <translation>CommKeys 将忘记此帐户，密钥链中的登录信息也会删除。</translation>
    </message>
    <message>
        <source>CommKeys forgets its tokens; the Azure CLI stays signed in.</source>
        <translation>CommKeys 将忘记其令牌；Azure CLI 仍保持登录。</translation>
    </message>
    <message>
        <source>Cloud: %1</source>
        <extracomment>%1: the name of a cloud, such as AzureCloud</extracomment>
        <translation>云：%1</translation>
    </message>
</context>
<context>
    <name>CommKeys::ActivityLog</name>
    <message>
        <source>The Activity Log</source>
        <translation>活动日志</translation>
    </message>
</context>
<context>
    <name>CommKeys::AppearanceSettings</name>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
    <message>
        <source>Th&amp;eme:</source>
        <translation>主题(&amp;E)：</translation>
    </message>
    <message>
        <source>System language</source>
        <extracomment>The one that the desktop has</extracomment>
        <translation>系统语言</translation>
    </message>
    <message>
        <source>System theme</source>
        <extracomment>The one that the desktop has</extracomment>
        <translation>系统主题</translation>
    </message>
</context>
<context>
    <name>CommKeys::ArmClient</name>
    <message>
        <source>Azure&apos;s answer carries the other key, not the one that was regenerated.</source>
        <translation>Azure 返回的是另一个密钥，而不是刚刚重新生成的密钥。</translation>
    </message>
</context>
<context>
    <name>CommKeys::ArmJson</name>
    <message>
        <source>The answer is empty.</source>
        <translation>返回的内容为空。</translation>
    </message>
    <message>
        <source>A web page came instead, perhaps from a proxy.</source>
        <translation>返回的是网页，可能来自代理。</translation>
    </message>
    <message>
        <source>The answer is not JSON.</source>
        <translation>返回的内容不是 JSON。</translation>
    </message>
    <message>
        <source>The answer is JSON of another shape.</source>
        <translation>返回的 JSON 结构与预期不符。</translation>
    </message>
    <message>
        <source>%1 could not be read. %2</source>
        <extracomment>%1: &quot;The list of tenants&quot; or the like; %2: a sentence on what came instead</extracomment>
        <translation>无法读取%1。%2</translation>
    </message>
    <message>
        <source>%1 could not be read. The answer is JSON of another shape.</source>
        <translation>无法读取%1。返回的 JSON 结构与预期不符。</translation>
    </message>
    <message>
        <source>The list never ends: its next page is one that was there before.</source>
        <translation>列表没有尽头：下一页是之前出现过的页。</translation>
    </message>
    <message>
        <source>an entry without an id</source>
        <translation>没有 ID 的条目</translation>
    </message>
    <message>
        <source>an entry that isn&apos;t an object</source>
        <translation>不是对象的条目</translation>
    </message>
</context>
<context>
    <name>CommKeys::Authority</name>
    <message>
        <source>An address of the sign-in service</source>
        <translation>登录服务的地址</translation>
    </message>
    <message>
        <source>The sign-in service %1 sends sign-ins to another host, %2.</source>
        <translation>登录服务 %1 将登录转到另一台主机 %2。</translation>
    </message>
    <message>
        <source>CommKeys does not follow. Ask whoever runs the cloud.</source>
        <translation>CommKeys 不会跟随此跳转。请咨询该云的运营方。</translation>
    </message>
    <message>
        <source>%1 does not describe how one signs in there.</source>
        <translation>%1 没有说明如何在那里登录。</translation>
    </message>
</context>
<context>
    <name>CommKeys::AzureCli</name>
    <message>
        <source>The Azure CLI printed something that is no token.</source>
        <translation>Azure CLI 输出的内容不是令牌。</translation>
    </message>
    <message>
        <source>Try “az account get-access-token” in a terminal; “az upgrade” may help.</source>
        <translation>请在终端中尝试“az account get-access-token”；“az upgrade”也可能有帮助。</translation>
    </message>
    <message>
        <source>Run “%1” in a terminal, then try again.</source>
        <extracomment>%1: a command</extracomment>
        <translation>请在终端中运行“%1”，然后重试。</translation>
    </message>
    <message>
        <source>The Azure CLI could not get a token.</source>
        <translation>Azure CLI 无法获取令牌。</translation>
    </message>
    <message>
        <source>The tenant requires multi-factor authentication.</source>
        <translation>该租户要求多重身份验证。</translation>
    </message>
    <message>
        <source>Your Azure CLI sign-in has expired.</source>
        <translation>你的 Azure CLI 登录已过期。</translation>
    </message>
    <message>
        <source>A policy of the tenant blocks the Azure CLI.</source>
        <translation>该租户的策略阻止了 Azure CLI。</translation>
    </message>
    <message>
        <source>The Azure CLI&apos;s account doesn&apos;t belong to this tenant.</source>
        <translation>Azure CLI 的帐户不属于此租户。</translation>
    </message>
    <message>
        <source>The secret of the Azure CLI&apos;s service principal isn&apos;t valid.</source>
        <translation>Azure CLI 的服务主体的机密无效。</translation>
    </message>
    <message>
        <source>The Azure CLI doesn&apos;t trust the server&apos;s certificate.</source>
        <translation>Azure CLI 不信任服务器的证书。</translation>
    </message>
    <message>
        <source>The Azure CLI couldn&apos;t reach the sign-in service.</source>
        <translation>Azure CLI 无法连接到登录服务。</translation>
    </message>
    <message>
        <source>The Azure CLI at %1 is broken.</source>
        <extracomment>%1: a path</extracomment>
        <translation>%1 处的 Azure CLI 已损坏。</translation>
    </message>
    <message>
        <source>The Azure CLI can&apos;t use its files.</source>
        <translation>Azure CLI 无法使用其文件。</translation>
    </message>
    <message>
        <source>The program %1 isn&apos;t the Azure CLI, or it&apos;s too old.</source>
        <extracomment>%1: a path</extracomment>
        <translation>程序 %1 不是 Azure CLI，或者版本过旧。</translation>
    </message>
    <message>
        <source>The Azure CLI has no subscription to use.</source>
        <translation>Azure CLI 没有可用的订阅。</translation>
    </message>
    <message>
        <source>The Azure CLI needs you to sign in.</source>
        <translation>需要登录 Azure CLI。</translation>
    </message>
    <message>
        <source>The Azure CLI ended unexpectedly (signal %1).</source>
        <extracomment>%1: the number of a signal or an exception</extracomment>
        <translation>Azure CLI 意外结束（信号 %1）。</translation>
    </message>
    <message>
        <source>Sign in with an account of that tenant: run “%1” in a terminal, then try again.</source>
        <translation>请使用该租户的帐户登录：在终端中运行“%1”，然后重试。</translation>
    </message>
    <message>
        <source>Ask your administrator, or sign in through the browser instead.</source>
        <translation>请咨询管理员，或改为通过浏览器登录。</translation>
    </message>
    <message>
        <source>Set the Azure CLI to the cloud that CommKeys uses: “az cloud set --name …”, “az login”.</source>
        <translation>请将 Azure CLI 设置为 CommKeys 使用的云：“az cloud set --name …”，然后“az login”。</translation>
    </message>
    <message>
        <source>If your network inspects encrypted traffic, the Azure CLI needs its certificate: set REQUESTS_CA_BUNDLE.</source>
        <translation>如果你的网络会检查加密流量，Azure CLI 需要其证书：请设置 REQUESTS_CA_BUNDLE。</translation>
    </message>
    <message>
        <source>Check the connection. The Azure CLI uses the proxy in HTTPS_PROXY, not the one in Settings.</source>
        <translation>请检查连接。Azure CLI 使用 HTTPS_PROXY 中的代理，而不是“设置”中的代理。</translation>
    </message>
    <message>
        <source>Run “az version” in a terminal. If that fails, too, reinstall the Azure CLI.</source>
        <translation>请在终端中运行“az version”。如果也失败，请重新安装 Azure CLI。</translation>
    </message>
    <message>
        <source>Check the disk, and who can write to the folder .azure in your home folder.</source>
        <translation>请检查磁盘，以及谁可以写入主文件夹中的 .azure 文件夹。</translation>
    </message>
    <message>
        <source>Run “az version” in a terminal to see which program that is; “az upgrade” may help.</source>
        <translation>请在终端中运行“az version”以查看这是哪个程序；“az upgrade”可能会有帮助。</translation>
    </message>
    <message>
        <source>Run “%1” in a terminal to see the failure there.</source>
        <translation>请在终端中运行“%1”以查看该失败。</translation>
    </message>
    <message>
        <source>%1 It says: %2</source>
        <extracomment>%1: what happened; %2: a line that the Azure CLI printed
----------
%1: what happened, in our words; %2: what Azure said, in its own.</extracomment>
        <translation>%1 它说：%2</translation>
    </message>
    <message>
        <source>CommKeys can&apos;t find the Azure CLI (az).</source>
        <translation>CommKeys 找不到 Azure CLI (az)。</translation>
    </message>
    <message numerus="yes">
        <source>It isn&apos;t on the PATH, nor in %n other folder(s) where it&apos;s usually installed. Install it, or add its folder to the PATH of your desktop session, then try again.</source>
        <extracomment>%n: folders that aren&apos;t on the PATH</extracomment>
        <translation>
            <numerusform>它不在 PATH 中，也不在另外 %n 个通常的安装文件夹中。请安装它，或将其文件夹添加到桌面会话的 PATH 中，然后重试。</numerusform>
        </translation>
    </message>
    <message>
        <source>CommKeys doesn&apos;t start %1: other people can change it.</source>
        <extracomment>%1: a path</extracomment>
        <translation>CommKeys 不会启动 %1：其他人可以更改它。</translation>
    </message>
    <message>
        <source>Remove the others&apos; permission to write to the program and its folder, then try again.</source>
        <translation>请取消其他人对该程序及其文件夹的写入权限，然后重试。</translation>
    </message>
    <message>
        <source>Azure requires a further proof of your identity for this, such as multi-factor authentication.</source>
        <translation>Azure 要求为此进一步证明你的身份，例如多重身份验证。</translation>
    </message>
    <message>
        <source>Run “%1” in a terminal, then try again. An Azure CLI before 2.76 doesn&apos;t have that option: run “az logout”, then “%2”. Or sign in through the browser instead.</source>
        <extracomment>%1, %2: commands</extracomment>
        <translation>请在终端中运行“%1”，然后重试。2.76 之前的 Azure CLI 没有该选项：请先运行“az logout”，再运行“%2”。或者改为通过浏览器登录。</translation>
    </message>
    <message>
        <source>The Azure CLI has no other token. Run “az logout”, then “%1” in a terminal, then try again. Or sign in through the browser instead.</source>
        <extracomment>%1: a command</extracomment>
        <translation>Azure CLI 没有其他令牌。请在终端中运行“az logout”，再运行“%1”，然后重试。或者改为通过浏览器登录。</translation>
    </message>
</context>
<context>
    <name>CommKeys::AzureCliJob</name>
    <message>
        <source>The cloud asks for a token for “%1”, which is no address.</source>
        <translation>该云要求获取用于“%1”的令牌，但它不是有效地址。</translation>
    </message>
    <message>
        <source>The Azure CLI at %1 does not start.</source>
        <translation>无法启动位于 %1 的 Azure CLI。</translation>
    </message>
    <message>
        <source>Try “az version” in a terminal.</source>
        <translation>请在终端中尝试“az version”。</translation>
    </message>
    <message>
        <source>The Azure CLI did not answer in time.</source>
        <translation>Azure CLI 未及时响应。</translation>
    </message>
    <message>
        <source>Try “az account get-access-token” in a terminal.</source>
        <translation>请在终端中尝试“az account get-access-token”。</translation>
    </message>
    <message>
        <source>The Azure CLI handed out a token for “%1”, which this cloud must not see.</source>
        <translation>Azure CLI 给出的是用于“%1”的令牌，不能让此云看到它。</translation>
    </message>
    <message>
        <source>Set the Azure CLI to the cloud that CommKeys uses: “az cloud set --name …”, “az login”.</source>
        <translation>请将 Azure CLI 设置为 CommKeys 所用的云：“az cloud set --name …”，“az login”。</translation>
    </message>
    <message>
        <source>The Azure CLI is signed in to tenant %1, and has no token for tenant %2.</source>
        <translation>Azure CLI 已登录到租户 %1，没有租户 %2 的令牌。</translation>
    </message>
    <message>
        <source>The Azure CLI has no token for tenant %1.</source>
        <translation>Azure CLI 没有租户 %1 的令牌。</translation>
    </message>
    <message>
        <source>A managed identity has one tenant only. To use another one, run “%1” in a terminal, or sign in through the browser instead.</source>
        <translation>托管标识只有一个租户。若要使用其他租户，请在终端中运行“%1”，或改为通过浏览器登录。</translation>
    </message>
</context>
<context>
    <name>CommKeys::BrowserSignIn</name>
    <message>
        <source>This build of CommKeys has no sign-in through the browser.</source>
        <translation>此 CommKeys 版本不支持通过浏览器登录。</translation>
    </message>
    <message>
        <source>Sign in with a code instead.</source>
        <translation>请改用代码登录。</translation>
    </message>
</context>
<context>
    <name>CommKeys::BrowserSignInJob</name>
    <message>
        <source>No port of this computer could be opened for the browser&apos;s answer.</source>
        <translation>无法在此计算机上打开端口来接收浏览器的应答。</translation>
    </message>
    <message>
        <source>Sign in with a code instead.</source>
        <translation>请改用代码登录。</translation>
    </message>
    <message>
        <source>Nobody came back from the browser.</source>
        <translation>浏览器中的登录没有完成。</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>请重新登录。</translation>
    </message>
    <message>
        <source>%1 It says: %2</source>
        <extracomment>%1: what happened, in our words; %2: what Microsoft Entra ID said, in its own.</extracomment>
        <translation>%1 对方的说明：%2</translation>
    </message>
    <message>
        <source>The sign-in service did not answer in time.</source>
        <translation>登录服务未及时响应。</translation>
    </message>
    <message>
        <source>Check the connection and sign in again.</source>
        <translation>请检查网络连接，然后重新登录。</translation>
    </message>
    <message>
        <source>The sign-in service answered a question that was not asked.</source>
        <translation>登录服务的应答与所发请求不符。</translation>
    </message>
</context>
<context>
    <name>CommKeys::CachingTokenProvider</name>
    <message>
        <source>Azure refused the token, and there is no other one.</source>
        <translation>Azure 拒绝了该令牌，并且没有其他令牌。</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>请重新登录。</translation>
    </message>
</context>
<context>
    <name>CommKeys::ChooseKeyPage</name>
    <message>
        <source>Primary</source>
        <translation>主密钥</translation>
    </message>
    <message>
        <source>Secondary</source>
        <translation>辅助密钥</translation>
    </message>
    <message>
        <source>Copy it</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Get keys from Azure</source>
        <translation>从 Azure 获取密钥</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Every application that uses the %1 key of %2 stops working at once. This cannot be undone.</source>
        <translation>所有使用 %2 的%1密钥的应用程序将立即停止工作。此操作无法撤消。</translation>
    </message>
    <message>
        <source>Move them to the secondary connection string first</source>
        <translation>请先让它们改用辅助连接字符串</translation>
    </message>
    <message>
        <source>Move them to the primary connection string first</source>
        <translation>请先让它们改用主连接字符串</translation>
    </message>
    <message>
        <source>I have moved my applications off the primary key</source>
        <translation>我的应用程序已不再使用主密钥</translation>
    </message>
    <message>
        <source>I have moved my applications off the secondary key</source>
        <translation>我的应用程序已不再使用辅助密钥</translation>
    </message>
    <message>
        <source>Regenerate primary key</source>
        <translation>重新生成主密钥</translation>
    </message>
    <message>
        <source>Regenerate secondary key</source>
        <translation>重新生成辅助密钥</translation>
    </message>
    <message>
        <source>Getting keys from Azure…</source>
        <translation>正在从 Azure 获取密钥…</translation>
    </message>
    <message>
        <source>Reading the keychain…</source>
        <translation>正在读取密钥链…</translation>
    </message>
    <message>
        <source>The primary connection string is not in your keychain.</source>
        <translation>密钥链中没有主连接字符串。</translation>
    </message>
    <message>
        <source>The secondary connection string is not in your keychain.</source>
        <translation>密钥链中没有辅助连接字符串。</translation>
    </message>
    <message>
        <source>not in keychain</source>
        <translation>不在密钥链中</translation>
    </message>
    <message>
        <source>in keychain, as of %1</source>
        <extracomment>Beside a key. %1: &quot;12 days ago&quot;, when CommKeys last learnt it from Azure.</extracomment>
        <translation>在密钥链中（%1获取）</translation>
    </message>
    <message>
        <source>only in memory, as of %1</source>
        <translation>仅在内存中（%1获取）</translation>
    </message>
    <message>
        <source>CommKeys gets it from Azure before it&apos;s copied.</source>
        <translation>CommKeys 会先从 Azure 获取，再复制。</translation>
    </message>
    <message>
        <source>Copy the stored one, from %1</source>
        <extracomment>A button. %1: &quot;3 days ago&quot;</extracomment>
        <translation>复制%1保存的那个</translation>
    </message>
    <message>
        <source>in keychain from %1; this might be the previous key</source>
        <extracomment>Beside a key. %1: &quot;3 days ago&quot;</extracomment>
        <translation>密钥链中保存于%1；可能是以前的密钥</translation>
    </message>
    <message>
        <source>in keychain from %1; this is a previous key</source>
        <extracomment>Beside a key. %1: &quot;3 days ago&quot;</extracomment>
        <translation>密钥链中保存于%1；是以前的密钥</translation>
    </message>
    <message>
        <source>Not loaded. Read the keychain again to copy it.</source>
        <translation>未加载。请重新读取密钥链以便复制。</translation>
    </message>
    <message>
        <source>Your keychain is locked. Unlock it before you regenerate the key.</source>
        <translation>你的密钥链已锁定。请先将其解锁，再重新生成密钥。</translation>
    </message>
    <message>
        <source>Your keychain isn&apos;t saving data: the new key will be in memory only until you quit CommKeys. Copy it before you close.</source>
        <translation>你的密钥链没有保存数据：新密钥只保留在内存中，直到你退出 CommKeys。请在关闭之前复制它。</translation>
    </message>
    <message>
        <source>No keychain: the new key will be in memory only until you quit CommKeys. Copy it before you close.</source>
        <translation>没有密钥链：新密钥只保留在内存中，直到你退出 CommKeys。请在关闭之前复制它。</translation>
    </message>
</context>
<context>
    <name>CommKeys::CloseQuestion</name>
    <message>
        <source>A new key is only in memory: the keychain did not keep it. If you go on now it is lost, and you have to get it from Azure again.</source>
        <translation>有一个新密钥仅在内存中：密钥链没有保存它。如果现在继续，它将丢失，届时必须重新从 Azure 获取。</translation>
    </message>
    <message>
        <source>A key is being regenerated. If you go on now, Azure may make the new key all the same, and CommKeys cannot keep it.</source>
        <translation>正在重新生成密钥。如果现在继续，Azure 仍可能生成新密钥，而 CommKeys 将无法保存它。</translation>
    </message>
</context>
<context>
    <name>CommKeys::CloudMetadata</name>
    <message>
        <source>%1 does not describe a cloud: %2</source>
        <translation>%1 不是云的描述：%2</translation>
    </message>
    <message>
        <source>Is this the address of an Azure Resource Manager? Ask whoever runs the cloud.</source>
        <translation>这是 Azure 资源管理器的地址吗？请咨询该云的运营方。</translation>
    </message>
    <message>
        <source>its answer is not JSON.</source>
        <translation>返回的内容不是 JSON。</translation>
    </message>
    <message>
        <source>its answer names no sign-in.</source>
        <translation>返回的内容没有指明登录地址。</translation>
    </message>
    <message>
        <source>The cloud&apos;s sign-in address</source>
        <translation>该云的登录地址</translation>
    </message>
    <message>
        <source>it names nobody for whom a token is to be made.</source>
        <translation>其中没有指明令牌的受众。</translation>
    </message>
    <message>
        <source>%1 asks for a token for “%2”, which would also open one of Microsoft&apos;s public clouds.</source>
        <translation>%1 要求获取用于“%2”的令牌，而该令牌也能打开 Microsoft 的某个公有云。</translation>
    </message>
    <message>
        <source>CommKeys does not hand such a token to a cloud of one&apos;s own. If this is a mistake, whoever runs the cloud has to mend its metadata.</source>
        <translation>CommKeys 不会把这样的令牌交给自有云。如果这是误会，该云的运营方必须更正其元数据。</translation>
    </message>
</context>
<context>
    <name>CommKeys::CommandLine</name>
    <message>
        <source>Open the demo: an Azure inside the program, nothing in it is real.</source>
        <translation>打开演示：程序内部的 Azure，其中的一切都不是真实的。</translation>
    </message>
    <message>
        <source>Open the cloud at this Azure Resource Manager address, with the sign-in of the Azure CLI.</source>
        <translation>打开此 Azure 资源管理器地址上的云，使用 Azure CLI 的登录。</translation>
    </message>
    <message>
        <source>Use this public cloud: %1.</source>
        <translation>使用此公有云：%1。</translation>
    </message>
    <message>
        <source>Sign in with the application registration that has this client id.</source>
        <translation>使用具有此客户端 ID 的应用注册登录。</translation>
    </message>
    <message>
        <source>Sign in to this tenant, named by its GUID or one of its domains.</source>
        <extracomment>A tenant is a directory of Microsoft Entra ID</extracomment>
        <translation>登录到此租户，用其 GUID 或它的某个域名指定。</translation>
    </message>
    <message>
        <source>Do the main job in the demo by itself, tell every step, and end with 0 or 1. Needs --demo.</source>
        <translation>在演示中自行完成主要操作，报告每个步骤，并以 0 或 1 结束。需要 --demo。</translation>
    </message>
    <message>
        <source>With --self-check: save a picture of the window there at the end.</source>
        <translation>与 --self-check 同用：结束时将窗口截图保存到那里。</translation>
    </message>
    <message>
        <source>Keep the settings and the window&apos;s state in this folder.</source>
        <translation>将设置和窗口状态保存在此文件夹中。</translation>
    </message>
    <message>
        <source>Print this.</source>
        <translation>打印此帮助。</translation>
    </message>
    <message>
        <source>Print the version.</source>
        <translation>打印版本。</translation>
    </message>
    <message>
        <source>Lists, regenerates and keeps the access keys of Azure Communication Services.</source>
        <translation>列出、重新生成并保管 Azure 通信服务的访问密钥。</translation>
    </message>
    <message>
        <source>--help lists the options.</source>
        <translation>--help 会列出所有选项。</translation>
    </message>
    <message>
        <source>--cloud and --arm-endpoint both name a cloud: give one of them.</source>
        <translation>--cloud 和 --arm-endpoint 都用于指定云：请只给出其中一个。</translation>
    </message>
    <message>
        <source>--demo is a cloud of its own: leave out --cloud and --arm-endpoint.</source>
        <translation>--demo 本身就是一个云：请去掉 --cloud 和 --arm-endpoint。</translation>
    </message>
    <message>
        <source>--demo signs in by itself: leave out --client-id and --tenant.</source>
        <translation>--demo 会自行登录：请去掉 --client-id 和 --tenant。</translation>
    </message>
    <message>
        <source>--self-check regenerates a key, so it works in the demo only: add --demo.</source>
        <translation>--self-check 会重新生成密钥，因此只能在演示中使用：请加上 --demo。</translation>
    </message>
    <message>
        <source>--screenshot belongs to --self-check.</source>
        <translation>--screenshot 必须与 --self-check 同用。</translation>
    </message>
    <message>
        <source>There is no public cloud “%1”; there are %2.</source>
        <translation>没有名为“%1”的公有云；可用的有 %2。</translation>
    </message>
    <message>
        <source>--client-id takes a GUID, such as %1; “%2” is none.</source>
        <translation>--client-id 需要一个 GUID，例如 %1；“%2”不是 GUID。</translation>
    </message>
    <message>
        <source>--tenant takes a tenant&apos;s GUID or one of its domains; “%1” is neither.</source>
        <translation>--tenant 需要租户的 GUID 或它的某个域名；“%1”两者都不是。</translation>
    </message>
    <message>
        <source>“%1” is no option.</source>
        <translation>“%1”不是有效选项。</translation>
    </message>
</context>
<context>
    <name>CommKeys::CommunicationService</name>
    <message>
        <source>The resource</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>The resource could not be read: its id is none of a Communication Services resource.</source>
        <translation>无法读取该资源：其 ID 不是通信服务资源的 ID。</translation>
    </message>
    <message>
        <source>The list of resources</source>
        <translation>资源列表</translation>
    </message>
</context>
<context>
    <name>CommKeys::CommunicationServiceKeys</name>
    <message>
        <source>Azure&apos;s answer carries no keys.</source>
        <translation>Azure 的应答中没有密钥。</translation>
    </message>
    <message>
        <source>Azure&apos;s answer with the keys</source>
        <translation>Azure 返回的密钥</translation>
    </message>
</context>
<context>
    <name>CommKeys::ConnectionString</name>
    <message>
        <source>There is no access key in it.</source>
        <translation>其中没有访问密钥。</translation>
    </message>
    <message>
        <source>Paste a connection string, which looks like endpoint=https://…/;accesskey=…, or an access key.</source>
        <translation>请粘贴连接字符串（形如 endpoint=https://…/;accesskey=…）或访问密钥。</translation>
    </message>
    <message>
        <source>It has more than one endpoint or key in it.</source>
        <translation>其中有不止一个终结点或密钥。</translation>
    </message>
    <message>
        <source>Paste one connection string at a time.</source>
        <translation>请一次只粘贴一个连接字符串。</translation>
    </message>
    <message>
        <source>The endpoint in it is no web address.</source>
        <translation>其中的终结点不是网址。</translation>
    </message>
    <message>
        <source>It is too long for a connection string.</source>
        <translation>它太长，不可能是连接字符串。</translation>
    </message>
</context>
<context>
    <name>CommKeys::CopyAsMenu</name>
    <message>
        <source>&amp;Connection string</source>
        <translation>连接字符串(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>密钥(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Endpoint</source>
        <translation>终结点(&amp;E)</translation>
    </message>
    <message>
        <source>.en&amp;v line</source>
        <translation>.env 行(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;appsettings.json fragment</source>
        <translation>appsettings.json 片段(&amp;A)</translation>
    </message>
    <message>
        <source>K&amp;ubernetes Secret</source>
        <translation>Kubernetes 机密(&amp;U)</translation>
    </message>
    <message>
        <source>Azure CLI call: list keys</source>
        <translation>Azure CLI 命令：列出密钥</translation>
    </message>
    <message>
        <source>Azure CLI call: regenerate this key</source>
        <translation>Azure CLI 命令：重新生成此密钥</translation>
    </message>
    <message>
        <source>PowerShell call: list keys</source>
        <translation>PowerShell 命令：列出密钥</translation>
    </message>
    <message>
        <source>PowerShell call: regenerate this key</source>
        <translation>PowerShell 命令：重新生成此密钥</translation>
    </message>
    <message>
        <source>REST call: list keys</source>
        <translation>REST 调用：列出密钥</translation>
    </message>
    <message>
        <source>REST call: regenerate this key</source>
        <translation>REST 调用：重新生成此密钥</translation>
    </message>
</context>
<context>
    <name>CommKeys::DeviceCodeAnswer</name>
    <message>
        <source>The page for the code</source>
        <translation>输入代码的页面</translation>
    </message>
    <message>
        <source>The sign-in service answered without a code.</source>
        <translation>登录服务的应答中没有代码。</translation>
    </message>
</context>
<context>
    <name>CommKeys::DeviceCodeJob</name>
    <message>
        <source>This cloud has no sign-in with a code.</source>
        <translation>此云不支持使用代码登录。</translation>
    </message>
    <message>
        <source>Sign in through the browser.</source>
        <translation>请通过浏览器登录。</translation>
    </message>
    <message>
        <source>The code has run out.</source>
        <translation>代码已过期。</translation>
    </message>
    <message>
        <source>Get a new code.</source>
        <translation>请获取新代码。</translation>
    </message>
</context>
<context>
    <name>CommKeys::DeviceCodePanel</name>
    <message>
        <source>The page where the code is entered</source>
        <translation>输入代码的页面</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>打开页面</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>No browser could be opened. Enter the address in one on any computer.</source>
        <translation>无法打开浏览器。请在任意一台计算机的浏览器中输入该地址。</translation>
    </message>
    <message>
        <source>The code to be entered</source>
        <translation>要输入的代码</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>复制代码</translation>
    </message>
    <message>
        <source>This code has expired.</source>
        <translation>此代码已过期。</translation>
    </message>
    <message>
        <source>Expires in %1</source>
        <extracomment>%1: minutes and seconds, such as 14:59</extracomment>
        <translation>%1 后过期</translation>
    </message>
</context>
<context>
    <name>CommKeys::DiscoverCloudJob</name>
    <message>
        <source>The ARM address</source>
        <translation>ARM 地址</translation>
    </message>
</context>
<context>
    <name>CommKeys::EntraError</name>
    <message>
        <source>The tenant wants a further proof of who you are (multi-factor authentication).</source>
        <translation>该租户要求进一步证明你的身份（多重身份验证）。</translation>
    </message>
    <message>
        <source>A Conditional Access policy of the tenant blocks the sign-in.</source>
        <translation>该租户的条件访问策略阻止了此次登录。</translation>
    </message>
    <message>
        <source>The tenant admits only devices that it manages.</source>
        <translation>该租户只允许受其管理的设备。</translation>
    </message>
    <message>
        <source>The tenant does not know this account.</source>
        <translation>该租户中没有此帐户。</translation>
    </message>
    <message>
        <source>The password is wrong or has expired.</source>
        <translation>密码错误或已过期。</translation>
    </message>
    <message>
        <source>The account is disabled.</source>
        <translation>该帐户已被禁用。</translation>
    </message>
    <message>
        <source>The account may not use this application: nobody has assigned it.</source>
        <translation>该帐户无权使用此应用程序：没有人为它分配。</translation>
    </message>
    <message>
        <source>The sign-in was revoked, or the password has changed.</source>
        <translation>登录已被吊销，或密码已更改。</translation>
    </message>
    <message>
        <source>The sign-in has expired.</source>
        <translation>登录已过期。</translation>
    </message>
    <message>
        <source>The application belongs to a single tenant, and none was named.</source>
        <translation>该应用程序属于单个租户，而没有指定租户。</translation>
    </message>
    <message>
        <source>The answer of the browser had been used already.</source>
        <translation>浏览器的应答已经使用过了。</translation>
    </message>
    <message>
        <source>The sign-in was declined, or something forbids it.</source>
        <translation>登录被拒绝，或受到某种限制。</translation>
    </message>
    <message>
        <source>The application has not been allowed to act for you there.</source>
        <translation>该应用程序尚未获准在那里代表你执行操作。</translation>
    </message>
    <message>
        <source>An administrator of the tenant has to allow the application first.</source>
        <translation>必须先由该租户的管理员批准此应用程序。</translation>
    </message>
    <message>
        <source>The application is Microsoft&apos;s own and may not be used for this service.</source>
        <translation>该应用程序属于 Microsoft 自身，不能用于此服务。</translation>
    </message>
    <message>
        <source>The tenant knows no application with the id that the settings name.</source>
        <translation>该租户中没有设置里所填 ID 的应用程序。</translation>
    </message>
    <message>
        <source>The application is registered as a web application, which needs a secret.</source>
        <translation>该应用程序注册为 Web 应用程序，需要机密。</translation>
    </message>
    <message>
        <source>The application is not registered for programs on a desktop.</source>
        <translation>该应用程序没有注册为桌面程序。</translation>
    </message>
    <message>
        <source>There is no such tenant.</source>
        <translation>没有此租户。</translation>
    </message>
    <message>
        <source>The code is no longer good.</source>
        <translation>该代码已失效。</translation>
    </message>
    <message>
        <source>The sign-in service is busy.</source>
        <translation>登录服务正忙。</translation>
    </message>
    <message>
        <source>The sign-in service refused.</source>
        <translation>登录服务拒绝了请求。</translation>
    </message>
    <message>
        <source>Sign in to this tenant.</source>
        <translation>请登录到此租户。</translation>
    </message>
    <message>
        <source>Use a computer that the tenant manages, and there the sign-in of the Azure CLI.</source>
        <translation>请使用受该租户管理的计算机，并在那里使用 Azure CLI 的登录。</translation>
    </message>
    <message>
        <source>Sign in with another account, or have this one invited as a guest.</source>
        <translation>请使用其他帐户登录，或让此帐户作为来宾受到邀请。</translation>
    </message>
    <message>
        <source>Ask an administrator of the tenant.</source>
        <translation>请联系该租户的管理员。</translation>
    </message>
    <message>
        <source>Enter that tenant in the settings.</source>
        <translation>请在设置中填写该租户。</translation>
    </message>
    <message>
        <source>Sign in once more if that was a mistake.</source>
        <translation>如果是误操作，请再登录一次。</translation>
    </message>
    <message>
        <source>Register an application of your own and enter its id in the settings; README.md says how.</source>
        <translation>请注册自己的应用程序，并在设置中填写其 ID；做法见 README.md。</translation>
    </message>
    <message>
        <source>Check the application id and the tenant in the settings.</source>
        <translation>请检查设置中的应用程序 ID 和租户。</translation>
    </message>
    <message>
        <source>In its registration, add the platform “Mobile and desktop applications” with the address http://localhost, and allow public client flows.</source>
        <translation>请在其注册中添加平台“移动和桌面应用程序”，地址为 http://localhost，并允许公共客户端流。</translation>
    </message>
    <message>
        <source>Check the tenant in the settings.</source>
        <translation>请检查设置中的租户。</translation>
    </message>
    <message>
        <source>Get a new code.</source>
        <translation>请获取新代码。</translation>
    </message>
    <message>
        <source>Wait a little and try again.</source>
        <translation>请稍候再试。</translation>
    </message>
    <message>
        <source>The details hold what it said and the ids by which Microsoft&apos;s support finds it.</source>
        <translation>详细信息中有对方的说明，以及供 Microsoft 支持部门查找的 ID。</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>请重新登录。</translation>
    </message>
    <message>
        <source>The answer (HTTP %1) is not one that the sign-in service gives.</source>
        <translation>此应答 (HTTP %1) 不是登录服务会给出的。</translation>
    </message>
    <message>
        <source>Is a proxy or a sign-in page of the network in the way? If not, try again later.</source>
        <translation>中间是否有代理或网络的登录页面？如果没有，请稍后重试。</translation>
    </message>
    <message>
        <source>Your invitation to this tenant hasn&apos;t been accepted yet.</source>
        <translation>尚未接受加入此租户的邀请。</translation>
    </message>
    <message>
        <source>Your organization doesn&apos;t allow access to this tenant.</source>
        <translation>你的组织不允许访问此租户。</translation>
    </message>
    <message>
        <source>This tenant doesn&apos;t accept accounts from your organization.</source>
        <translation>此租户不接受来自你组织的帐户。</translation>
    </message>
    <message>
        <source>Azure Resource Manager isn&apos;t available in this tenant.</source>
        <translation>Azure 资源管理器在此租户中不可用。</translation>
    </message>
    <message>
        <source>The account is locked after too many sign-in attempts.</source>
        <translation>由于登录尝试次数过多，帐户已被锁定。</translation>
    </message>
    <message>
        <source>The tenant belongs to another national cloud.</source>
        <translation>该租户属于另一个国家/地区云。</translation>
    </message>
    <message>
        <source>Your sign-in is no longer accepted.</source>
        <translation>你的登录已不再被接受。</translation>
    </message>
    <message>
        <source>Ask an administrator of the tenant which conditions apply, such as a network or a device. When you meet them, try again.</source>
        <translation>请向租户管理员询问适用哪些条件，例如网络或设备。满足条件后请重试。</translation>
    </message>
    <message>
        <source>Accept the invitation that was sent to you by e-mail, then try again.</source>
        <translation>请接受通过电子邮件发送给你的邀请，然后重试。</translation>
    </message>
    <message>
        <source>Ask an administrator of your organization.</source>
        <translation>请咨询你组织的管理员。</translation>
    </message>
    <message>
        <source>The tenant may have no Azure subscription. Ask an administrator of the tenant.</source>
        <translation>该租户可能没有 Azure 订阅。请咨询租户管理员。</translation>
    </message>
    <message>
        <source>Wait a few minutes, then try again.</source>
        <translation>请等待几分钟，然后重试。</translation>
    </message>
    <message>
        <source>Choose that cloud in the settings.</source>
        <translation>请在设置中选择该云。</translation>
    </message>
    <message>
        <source>Signing in again may help.</source>
        <translation>重新登录可能会有帮助。</translation>
    </message>
    <message>
        <source>The sign-in service refused. It says: %1</source>
        <extracomment>%1: what the service said, in its own words</extracomment>
        <translation>登录服务拒绝了请求。它的说明：%1</translation>
    </message>
</context>
<context>
    <name>CommKeys::Error</name>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
</context>
<context>
    <name>CommKeys::ErrorDetails</name>
    <message>
        <source>Copy details</source>
        <translation>复制详细信息</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Shows or hides everything that is known of the error</source>
        <translation>显示或隐藏有关此错误的全部信息</translation>
    </message>
    <message>
        <source>Error details</source>
        <translation>错误的详细信息</translation>
    </message>
    <message>
        <source>Shows or hides everything that is known of: %1</source>
        <translation>显示或隐藏有关以下内容的全部信息：%1</translation>
    </message>
</context>
<context>
    <name>CommKeys::FilterBar</name>
    <message>
        <source>Tenant</source>
        <translation>租户</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>Filter resources…</source>
        <translation>筛选资源…</translation>
    </message>
    <message>
        <source>All tenants</source>
        <translation>所有租户</translation>
    </message>
    <message>
        <source>All subscriptions</source>
        <translation>所有订阅</translation>
    </message>
    <message>
        <source>Clear the text</source>
        <translation>清除文本</translation>
    </message>
</context>
<context>
    <name>CommKeys::FindCloudJob</name>
    <message>
        <source>There is no cloud named “%1”.</source>
        <translation>没有名为“%1”的云。</translation>
    </message>
    <message>
        <source>Choose one in the settings.</source>
        <translation>请在设置中选择一个。</translation>
    </message>
</context>
<context>
    <name>CommKeys::FirstStartPage</name>
    <message>
        <source>Cloud: %1</source>
        <extracomment>%1 is a cloud: &quot;AzureCloud&quot;, or the address of one&apos;s own</extracomment>
        <translation>云：%1</translation>
    </message>
    <message>
        <source>CommKeys</source>
        <translation>CommKeys</translation>
    </message>
    <message>
        <source>List, regenerate and keep the access keys of your Azure Communication Services.</source>
        <translation>列出、重新生成并保管 Azure 通信服务的访问密钥。</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>With Microsoft Entra ID, in your browser. CommKeys never sees your password.</source>
        <translation>使用 Microsoft Entra ID，在浏览器中登录。CommKeys 不会看到你的密码。</translation>
    </message>
    <message>
        <source>Sign in with a code</source>
        <translation>使用代码登录</translation>
    </message>
    <message>
        <source>In a browser on any computer: for where there is none here.</source>
        <translation>在任意一台计算机的浏览器中登录：适合本机没有浏览器的情况。</translation>
    </message>
    <message>
        <source>With Microsoft Entra ID, in a browser on any computer, this one or another. This build of CommKeys cannot go through your browser by itself.</source>
        <translation>使用 Microsoft Entra ID，在任意一台计算机（本机或其他计算机）的浏览器中登录。此 CommKeys 版本无法自行打开浏览器登录。</translation>
    </message>
    <message>
        <source>Use my Azure CLI sign-in</source>
        <translation>使用我的 Azure CLI 登录</translation>
    </message>
    <message>
        <source>With the account that “az login” signed in.</source>
        <translation>使用“az login”所登录的帐户。</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>试用演示</translation>
    </message>
    <message>
        <source>An Azure of its own inside the program: nothing you do there reaches a real one.</source>
        <translation>程序内部自带的 Azure：你在其中所做的一切都不会影响真实的 Azure。</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
</context>
<context>
    <name>CommKeys::HistoryDialog</name>
    <message>
        <source>Regeneration history</source>
        <translation>重新生成历史记录</translation>
    </message>
    <message>
        <source>Filter by resource, account or id…</source>
        <translation>按资源、帐户或 ID 筛选…</translation>
    </message>
    <message>
        <source>Filter the history</source>
        <translation>筛选历史记录</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Both keys</source>
        <translation>两个密钥</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>主密钥</translation>
    </message>
    <message>
        <source>Secondary</source>
        <translation>辅助密钥</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Any result</source>
        <translation>任何结果</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新密钥</translation>
    </message>
    <message>
        <source>Key has not changed</source>
        <translation>密钥未更改</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>尚不清楚</translation>
    </message>
    <message>
        <source>Regenerations</source>
        <translation>重新生成记录</translation>
    </message>
    <message>
        <source>Details of the regeneration</source>
        <translation>重新生成的详细信息</translation>
    </message>
    <message>
        <source>Select a regeneration to see what is known of it.</source>
        <translation>选择一条记录以查看其详细信息。</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详细信息</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write what the table shows to a file, as CSV or JSON</source>
        <translation>将表中显示的内容以 CSV 或 JSON 写入文件</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%n regeneration(s)</source>
        <translation>
            <numerusform>%n 次重新生成</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n regeneration(s)</source>
        <extracomment>%1: how many of all of them the filter lets through</extracomment>
        <translation>
            <numerusform>%n 次重新生成中的 %1 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the journal cannot be read</source>
        <extracomment>Behind the number of regenerations</extracomment>
        <translation>
            <numerusform>记录文件中有 %n 行无法读取</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>导出历史记录</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n regeneration(s) written to %1.</source>
        <extracomment>%1: a file&apos;s name with its folder</extracomment>
        <translation>
            <numerusform>已将 %n 次重新生成写入 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been regenerated on this computer yet. To begin, select a resource in the window and press “Regenerate primary key…”.</source>
        <translation>这台计算机上尚未重新生成过密钥。要开始，请在窗口中选择一个资源，然后按“重新生成主密钥…”。</translation>
    </message>
    <message>
        <source>No regeneration matches the filter.</source>
        <translation>没有与筛选条件匹配的重新生成。</translation>
    </message>
</context>
<context>
    <name>CommKeys::HistoryExport</name>
    <message>
        <source>The history could not be written to %1.</source>
        <extracomment>%1: a file&apos;s name with its folder</extracomment>
        <translation>无法将历史记录写入 %1。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>请选择其他文件。</translation>
    </message>
</context>
<context>
    <name>CommKeys::HistoryModel</name>
    <message>
        <source>Time</source>
        <extracomment>Column: when a regeneration began</extracomment>
        <translation>时间</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>Key</source>
        <extracomment>Column: which of the two keys, &quot;primary&quot; or &quot;secondary&quot;</extracomment>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Who</source>
        <extracomment>Column: the account that asked for it</extracomment>
        <translation>操作者</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>用时</translation>
    </message>
</context>
<context>
    <name>CommKeys::HttpError</name>
    <message>
        <source>Azure does not accept the sign-in.</source>
        <translation>Azure 不接受此登录。</translation>
    </message>
    <message>
        <source>You are signed in, but not allowed to do this.</source>
        <translation>你已登录，但无权执行此操作。</translation>
    </message>
    <message>
        <source>Azure knows no such thing (any more).</source>
        <translation>Azure 中没有（或不再有）此对象。</translation>
    </message>
    <message>
        <source>Azure gave up waiting for the request.</source>
        <translation>Azure 等待请求超时。</translation>
    </message>
    <message>
        <source>Azure refuses because of the state that the resource is in.</source>
        <translation>由于资源所处的状态，Azure 拒绝了请求。</translation>
    </message>
    <message>
        <source>Azure is asked too often and wants a pause.</source>
        <translation>对 Azure 的请求过于频繁，需要暂停一下。</translation>
    </message>
    <message>
        <source>The answer (HTTP %1) is not one that Azure gives.</source>
        <translation>此应答 (HTTP %1) 不是 Azure 会给出的。</translation>
    </message>
    <message>
        <source>Azure could not do it (HTTP %1).</source>
        <translation>Azure 未能完成请求 (HTTP %1)。</translation>
    </message>
    <message>
        <source>Azure refused the request (HTTP %1).</source>
        <translation>Azure 拒绝了请求 (HTTP %1)。</translation>
    </message>
    <message>
        <source>The subscription belongs to another tenant than the sign-in.</source>
        <translation>该订阅与登录属于不同的租户。</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>请重新登录。</translation>
    </message>
    <message>
        <source>Ask for a role with the action that the details name. A role granted just now can take some minutes; signing in again helps.</source>
        <translation>请申请包含详细信息中所列操作的角色。刚授予的角色可能要几分钟才能生效；重新登录会有帮助。</translation>
    </message>
    <message>
        <source>Refresh the list: it may have been deleted or moved.</source>
        <translation>请刷新列表：它可能已被删除或移动。</translation>
    </message>
    <message>
        <source>A lock forbids it. Whoever set the lock has to remove it first.</source>
        <translation>有锁禁止此操作。必须先由设置者移除该锁。</translation>
    </message>
    <message>
        <source>Read the details, and try again when the cause is gone.</source>
        <translation>请阅读详细信息，排除原因后重试。</translation>
    </message>
    <message>
        <source>Wait a little and try again.</source>
        <translation>请稍候再试。</translation>
    </message>
    <message>
        <source>It points to another address. CommKeys does not follow, so that no token goes astray. Is a proxy or a sign-in page of the network in the way?</source>
        <translation>它指向了另一个地址。CommKeys 不会跟随，以免令牌外泄。中间是否有代理或网络的登录页面？</translation>
    </message>
    <message>
        <source>%1 It says: %2</source>
        <extracomment>%1: what happened, in our words; %2: what Azure said, in its own.</extracomment>
        <translation>%1 对方的说明：%2</translation>
    </message>
    <message>
        <source>%1 does not answer: the connection was refused.</source>
        <translation>%1 没有应答：连接被拒绝。</translation>
    </message>
    <message>
        <source>Is the address right, and does a firewall or proxy let it through?</source>
        <translation>地址是否正确？防火墙或代理是否放行？</translation>
    </message>
    <message>
        <source>There is no server named %1.</source>
        <translation>没有名为 %1 的服务器。</translation>
    </message>
    <message>
        <source>Are you connected to the network, and is the address right?</source>
        <translation>是否已连接网络？地址是否正确？</translation>
    </message>
    <message>
        <source>The certificate of %1 is not one that this computer trusts.</source>
        <translation>此计算机不信任 %1 的证书。</translation>
    </message>
    <message>
        <source>If your network inspects encrypted traffic, its certificate has to be installed in the computer&apos;s own store. CommKeys never goes on without a valid certificate.</source>
        <translation>如果你的网络会检查加密流量，则必须将其证书安装到计算机自身的证书存储中。没有有效的证书，CommKeys 绝不会继续。</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 未及时响应。</translation>
    </message>
    <message>
        <source>Check the connection and try again.</source>
        <translation>请检查网络连接，然后重试。</translation>
    </message>
    <message>
        <source>The proxy between this computer and %1 refused or broke the connection.</source>
        <translation>此计算机与 %1 之间的代理拒绝或中断了连接。</translation>
    </message>
    <message>
        <source>Check the system&apos;s proxy settings.</source>
        <translation>请检查系统的代理设置。</translation>
    </message>
    <message>
        <source>The connection to %1 broke before the answer was complete.</source>
        <translation>与 %1 的连接在应答完整之前中断了。</translation>
    </message>
    <message>
        <source>The proxy comes from this computer&apos;s settings.</source>
        <translation>该代理来自此计算机的设置。</translation>
    </message>
    <message>
        <source>The proxy comes from the settings of CommKeys.</source>
        <translation>该代理来自 CommKeys 的设置。</translation>
    </message>
    <message>
        <source>The proxy %1 asks for a user name and a password.</source>
        <translation>代理 %1 要求提供用户名和密码。</translation>
    </message>
    <message>
        <source>CommKeys doesn&apos;t have them. Use a proxy that needs none for this computer.</source>
        <translation>CommKeys 没有这些信息。请使用对此计算机不要求用户名和密码的代理。</translation>
    </message>
    <message>
        <source>The proxy %1 didn&apos;t connect to %2 in time.</source>
        <extracomment>%1: a proxy. %2: the server behind it</extracomment>
        <translation>代理 %1 未能及时连接到 %2。</translation>
    </message>
    <message>
        <source>Check your network or VPN and try again.</source>
        <translation>请检查网络或 VPN，然后重试。</translation>
    </message>
    <message>
        <source>The proxy %1 can&apos;t be reached: the connection was refused.</source>
        <translation>无法连接代理 %1：连接被拒绝。</translation>
    </message>
    <message>
        <source>If it belongs to a VPN, connect to the VPN first. Otherwise, correct the proxy.</source>
        <translation>如果它属于某个 VPN，请先连接该 VPN；否则请更正代理设置。</translation>
    </message>
    <message>
        <source>There is no proxy named %1.</source>
        <translation>没有名为 %1 的代理。</translation>
    </message>
    <message>
        <source>%2 can&apos;t be found through the proxy %1.</source>
        <translation>通过代理 %1 找不到 %2。</translation>
    </message>
    <message>
        <source>Check that the name of the proxy is right and that you&apos;re connected to its network.</source>
        <translation>请检查代理的名称是否正确，以及你是否已连接到它所在的网络。</translation>
    </message>
    <message>
        <source>The proxy %1 didn&apos;t let the connection to %2 through.</source>
        <translation>代理 %1 未放行到 %2 的连接。</translation>
    </message>
    <message>
        <source>Ask the administrator of the proxy to allow this server.</source>
        <translation>请让代理的管理员允许访问此服务器。</translation>
    </message>
</context>
<context>
    <name>CommKeys::HttpJob</name>
    <message>
        <source>The address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than %2 MB. It was not read to its end.</source>
        <translation>%1 的响应大于 %2 MB，未读取完毕。</translation>
    </message>
</context>
<context>
    <name>CommKeys::IdentityDesk</name>
    <message>
        <source>Azure asks you to sign in again.</source>
        <translation>Azure 要求你重新登录。</translation>
    </message>
    <message>
        <source>%1 asks you to sign in.</source>
        <translation>%1 要求你登录。</translation>
    </message>
    <message>
        <source>Sign in with another account.</source>
        <translation>请使用其他帐户登录。</translation>
    </message>
</context>
<context>
    <name>CommKeys::InteractiveTokenJob</name>
    <message>
        <source>The sign-in service does not say who signed in, or for how long.</source>
        <translation>登录服务没有说明登录者是谁，或登录的有效时间。</translation>
    </message>
</context>
<context>
    <name>CommKeys::InventoryJob</name>
    <message>
        <source>the list of tenants</source>
        <translation>租户列表</translation>
    </message>
    <message>
        <source>An entry of %1 could not be read.</source>
        <extracomment>%1: the name of a tenant or a subscription, or &quot;the list of tenants&quot;</extracomment>
        <translation>%1 的一个条目无法读取。</translation>
    </message>
</context>
<context>
    <name>CommKeys::KeptKeys</name>
    <message>
        <source>The keychain entry of %1 is not one that this version of CommKeys wrote.</source>
        <translation>%1 的密钥链条目不是由此版本的 CommKeys 写入的。</translation>
    </message>
</context>
<context>
    <name>CommKeys::KeptKeysStore</name>
    <message>
        <source>The keychain took the key and gave back something else.</source>
        <translation>密钥链接收了密钥，但返回的内容不同。</translation>
    </message>
</context>
<context>
    <name>CommKeys::KeyAge</name>
    <message>
        <source>unknown</source>
        <extracomment>How old a key is</extracomment>
        <translation>未知</translation>
    </message>
    <message numerus="yes">
        <source>over %n day(s)</source>
        <extracomment>How old a key is, at least</extracomment>
        <translation>
            <numerusform>超过 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <extracomment>How old a key is</extracomment>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 or more</source>
        <extracomment>How old a key is. %1: &quot;12 days&quot;</extracomment>
        <translation>%1或更久</translation>
    </message>
    <message>
        <source>%1, due</source>
        <extracomment>How old a key is, which is older than it should be. %1: &quot;97 days&quot;</extracomment>
        <translation>%1，应更换</translation>
    </message>
    <message>
        <source>The older one of the two keys is of %1.</source>
        <translation>两个密钥中较旧的一个生成于 %1。</translation>
    </message>
    <message numerus="yes">
        <source>At least one of the two keys was not regenerated in the last %n day(s), as far back as the Activity Log reaches.</source>
        <translation>
            <numerusform>在活动日志所能追溯的最近 %n 天内，两个密钥中至少有一个没有重新生成过。</numerusform>
        </translation>
    </message>
    <message>
        <source>The log does not say which key was regenerated: one of them may be older.</source>
        <translation>日志没有说明重新生成的是哪个密钥：其中一个可能更旧。</translation>
    </message>
    <message numerus="yes">
        <source>That is more than the %n day(s) of the settings.</source>
        <translation>
            <numerusform>这超过了设置中的 %n 天。</numerusform>
        </translation>
    </message>
    <message>
        <source>The history of this computer does not know of both keys, and the Activity Log of the subscription, or the day on which the resource was made, could not be read.</source>
        <translation>这台计算机的历史记录不知道两个密钥的情况，并且无法读取订阅的活动日志或资源的创建日期。</translation>
    </message>
</context>
<context>
    <name>CommKeys::KeyAgeReminder</name>
    <message numerus="yes">
        <source>%n resource(s) have a key older than %1 days.</source>
        <extracomment>%n: of how many resources. %1: a number of days, at least one</extracomment>
        <translation>
            <numerusform>%n 个资源有超过 %1 天的密钥。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>显示这些资源</translation>
    </message>
</context>
<context>
    <name>CommKeys::KeyAges</name>
    <message>
        <source>Not regenerated in the last %1 days</source>
        <translation>最近 %1 天内未重新生成</translation>
    </message>
    <message>
        <source>One of the two keys was regenerated %1 by %2</source>
        <extracomment>%1: &quot;12 days ago&quot;. %2: somebody&apos;s name</extracomment>
        <translation>两个密钥之一%1由 %2 重新生成</translation>
    </message>
    <message>
        <source>Regenerated %1</source>
        <extracomment>%1: &quot;12 days ago&quot;. %2: somebody&apos;s name</extracomment>
        <translation>%1重新生成</translation>
    </message>
    <message>
        <source>Regenerated %1 by %2</source>
        <translation>%1由 %2 重新生成</translation>
    </message>
    <message>
        <source>From Azure&apos;s Activity Log, which reaches back 90 days and is some minutes behind, and from the history of this computer.</source>
        <translation>依据 Azure 的活动日志（保留 90 天，有几分钟延迟）和此计算机的历史记录。</translation>
    </message>
</context>
<context>
    <name>CommKeys::KeyCard</name>
    <message>
        <source>Primary key</source>
        <translation>主密钥</translation>
    </message>
    <message>
        <source>Secondary key</source>
        <translation>辅助密钥</translation>
    </message>
    <message>
        <source>Copy connection string</source>
        <translation>复制连接字符串</translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation>复制密钥</translation>
    </message>
    <message>
        <source>Regenerate primary key…</source>
        <translation>重新生成主密钥…</translation>
    </message>
    <message>
        <source>Regenerate secondary key…</source>
        <translation>重新生成辅助密钥…</translation>
    </message>
    <message>
        <source>Keeping it in the keychain…</source>
        <translation>正在将其保存到密钥链…</translation>
    </message>
    <message>
        <source>Not in keychain ✗ only in memory until CommKeys closes</source>
        <translation>不在密钥链中 ✗ 仅在内存中，CommKeys 关闭后即丢失</translation>
    </message>
    <message>
        <source>In memory ✓ current</source>
        <translation>在内存中 ✓ 当前有效</translation>
    </message>
    <message>
        <source>In memory</source>
        <translation>在内存中</translation>
    </message>
    <message>
        <source>In keychain ✓ current</source>
        <translation>在密钥链中 ✓ 当前有效</translation>
    </message>
    <message>
        <source>In keychain, as of %1</source>
        <translation>在密钥链中（%1 获取）</translation>
    </message>
    <message>
        <source>Reading the keychain…</source>
        <translation>正在读取密钥链…</translation>
    </message>
    <message>
        <source>Not in keychain</source>
        <translation>不在密钥链中</translation>
    </message>
    <message>
        <source>The keychain has not answered</source>
        <translation>密钥链没有应答</translation>
    </message>
    <message>
        <source>The %1 connection string of %2</source>
        <extracomment>For screen readers. %1: &quot;primary&quot; or &quot;secondary&quot;. %2: a resource&apos;s name.</extracomment>
        <translation>%2 的%1连接字符串</translation>
    </message>
    <message>
        <source>The %1 key of %2</source>
        <extracomment>For screen readers. %1: &quot;primary&quot; or &quot;secondary&quot;. %2: a resource&apos;s name.</extracomment>
        <translation>%2 的%1密钥</translation>
    </message>
    <message>
        <source>Asks for confirmation first</source>
        <translation>会先要求确认</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>复制为</translation>
    </message>
    <message>
        <source>Forgotten; it can be had again</source>
        <translation>已清除；可以再次获取</translation>
    </message>
    <message>
        <source>The %1 key of %2 in other forms</source>
        <extracomment>For screen readers. %1: &quot;primary&quot; or &quot;secondary&quot;. %2: a resource&apos;s name.</extracomment>
        <translation>%2 的%1密钥的其他形式</translation>
    </message>
</context>
<context>
    <name>CommKeys::KeyCopier</name>
    <message>
        <source>.env line of %1 (%2)</source>
        <extracomment>In the status bar, of what was copied. %1: a resource&apos;s name. %2: &quot;primary&quot; or &quot;secondary&quot;.</extracomment>
        <translation>%1 (%2) 的 .env 行</translation>
    </message>
    <message>
        <source>appsettings.json of %1 (%2)</source>
        <extracomment>In the status bar, of what was copied. %1: a resource&apos;s name. %2: &quot;primary&quot; or &quot;secondary&quot;.</extracomment>
        <translation>%1 (%2) 的 appsettings.json</translation>
    </message>
    <message>
        <source>Kubernetes Secret of %1 (%2)</source>
        <extracomment>In the status bar, of what was copied. %1: a resource&apos;s name. %2: &quot;primary&quot; or &quot;secondary&quot;.</extracomment>
        <translation>%1 (%2) 的 Kubernetes Secret</translation>
    </message>
</context>
<context>
    <name>CommKeys::KeyOwnerText</name>
    <message>
        <source>This is the %1 key of %2, the one that CommKeys keeps, as of %3.</source>
        <translation>这是 %2 的%1密钥，即 CommKeys 所保存的密钥，截至 %3。</translation>
    </message>
    <message>
        <source>This is the %1 key of %2, as of %3. CommKeys does not keep it, and knows of none that has replaced it.</source>
        <extracomment>%1: &quot;primary&quot; or &quot;secondary&quot;. %2: the name of a resource. %3: a date with a time</extracomment>
        <translation>这是 %2 的%1密钥，截至 %3。CommKeys 没有保存它，也没有发现它已被替换。</translation>
    </message>
    <message>
        <source>This was the %1 key of %2. A regeneration replaced it on %3: it no longer works.</source>
        <extracomment>%1: &quot;primary&quot; or &quot;secondary&quot;. %2: the name of a resource. %3: a date with a time</extracomment>
        <translation>这曾是 %2 的%1密钥。它于 %3 被重新生成的密钥替换，已不再有效。</translation>
    </message>
    <message>
        <source>This was the %1 key of %2. Whether the regeneration that was begun on %3 has replaced it is not known.</source>
        <extracomment>%1: &quot;primary&quot; or &quot;secondary&quot;. %2: the name of a resource. %3: a date with a time</extracomment>
        <translation>这曾是 %2 的%1密钥。于 %3 开始的重新生成是否已将其替换，尚不清楚。</translation>
    </message>
    <message>
        <source>This key is not known here: CommKeys neither keeps it nor has regenerated it.</source>
        <translation>此密钥在这里未知：CommKeys 既没有保存它，也没有重新生成过它。</translation>
    </message>
    <message>
        <source>No resource in the list has the endpoint %1.</source>
        <extracomment>%1: a host name</extracomment>
        <translation>列表中没有终结点为 %1 的资源。</translation>
    </message>
    <message>
        <source>The endpoint is that of %1. Get its keys from Azure to see whether this is one of them.</source>
        <translation>该终结点属于 %1。请从 Azure 获取其密钥，以确定这是否为其中之一。</translation>
    </message>
    <message>
        <source>The endpoint beside it is that of another resource, %1: the two do not belong together.</source>
        <extracomment>%1: the name of a resource</extracomment>
        <translation>旁边的终结点属于另一个资源 %1：两者并不对应。</translation>
    </message>
    <message>
        <source>The keychain did not open, so only the history was looked through.</source>
        <translation>密钥链没有打开，因此只查找了历史记录。</translation>
    </message>
    <message>
        <source>This is the stored %1 key of %2, as of %3. One of the two keys was regenerated since, and the Activity Log doesn&apos;t say which.</source>
        <extracomment>%1: &quot;primary&quot; or &quot;secondary&quot;. %2: the name of a resource. %3: a date with a time</extracomment>
        <translation>这是 %2 已保存的%1密钥（截至 %3）。此后两个密钥之一被重新生成，活动日志未说明是哪一个。</translation>
    </message>
    <message>
        <source>This was the %1 key of an earlier resource named %2, which was deleted. It doesn&apos;t work for the one of today.</source>
        <extracomment>%1: &quot;primary&quot; or &quot;secondary&quot;. %2: the name of a resource</extracomment>
        <translation>这是以前名为 %2 的资源的%1密钥，该资源已被删除。它对现在的同名资源无效。</translation>
    </message>
    <message>
        <source>This key isn&apos;t in the history: CommKeys hasn&apos;t regenerated it here.</source>
        <translation>历史记录中没有此密钥：CommKeys 未在此处重新生成过它。</translation>
    </message>
    <message>
        <source>An access key has 84 or 88 characters. If a part of it is missing, copy all of it.</source>
        <translation>访问密钥有 84 或 88 个字符。如果缺少一部分，请复制完整内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n keychain entry(ies) couldn&apos;t be read. Another version of CommKeys may have written them.</source>
        <translation>
            <numerusform>有 %n 个密钥链条目无法读取，可能由其他版本的 CommKeys 写入。</numerusform>
        </translation>
    </message>
    <message>
        <source>This key isn&apos;t one of those that CommKeys keeps.</source>
        <translation>此密钥不在 CommKeys 保存的密钥中。</translation>
    </message>
    <message>
        <source>This key could not be looked up.</source>
        <translation>无法查找此密钥。</translation>
    </message>
    <message>
        <source>The keychain did not open.</source>
        <translation>密钥链未打开。</translation>
    </message>
    <message>
        <source>The history could not be opened, so whether a regeneration has replaced it is unknown.</source>
        <translation>无法打开历史记录，因此不知道它是否已被重新生成所替换。</translation>
    </message>
</context>
<context>
    <name>CommKeys::KeyStandingText</name>
    <message>
        <source>Replaced %1. This key no longer works.</source>
        <extracomment>%1: &quot;1 hour ago&quot;</extracomment>
        <translation>已于%1被替换。此密钥不再有效。</translation>
    </message>
    <message>
        <source>Replaced %1 by %2. This key no longer works.</source>
        <extracomment>%1: &quot;1 hour ago&quot;. %2: an account</extracomment>
        <translation>已于%1由 %2 替换。此密钥不再有效。</translation>
    </message>
    <message>
        <source>One of the two keys was regenerated %1. This one might no longer work.</source>
        <extracomment>%1: &quot;1 hour ago&quot;</extracomment>
        <translation>两个密钥之一已于%1重新生成。此密钥可能不再有效。</translation>
    </message>
    <message>
        <source>One of the two keys was regenerated %1 by %2. This one might no longer work.</source>
        <extracomment>%1: &quot;1 hour ago&quot;. %2: an account</extracomment>
        <translation>两个密钥之一已于%1由 %2 重新生成。此密钥可能不再有效。</translation>
    </message>
    <message>
        <source>Belongs to a deleted resource with the same name. It doesn&apos;t work for this one.</source>
        <translation>属于已删除的同名资源，对当前资源无效。</translation>
    </message>
    <message>
        <source>You copied the stored %1 key of %2. %3</source>
        <extracomment>%1: &quot;primary&quot; or &quot;secondary&quot;. %2: a resource&apos;s name. %3: what is known against it, in sentences</extracomment>
        <translation>你复制了 %2 已保存的%1密钥。%3</translation>
    </message>
    <message>
        <source>Azure still returns the previous %1 key. It wasn&apos;t saved.</source>
        <extracomment>%1: &quot;primary&quot; or &quot;secondary&quot;</extracomment>
        <translation>Azure 仍返回以前的%1密钥。未保存它。</translation>
    </message>
    <message>
        <source>Azure still returns the previous keys. They weren&apos;t saved.</source>
        <translation>Azure 仍返回以前的密钥。未保存它们。</translation>
    </message>
    <message>
        <source>Get the keys again in a few minutes.</source>
        <translation>请在几分钟后重新获取密钥。</translation>
    </message>
    <message numerus="yes">
        <source>Checking again in %n second(s).</source>
        <translation>
            <numerusform>%n 秒后再次检查。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommKeys::KeyType</name>
    <message>
        <source>primary</source>
        <translation>主</translation>
    </message>
    <message>
        <source>secondary</source>
        <translation>辅助</translation>
    </message>
</context>
<context>
    <name>CommKeys::KeychainWatch</name>
    <message>
        <source>Keychain: %1 ✓</source>
        <translation>密钥链：%1 ✓</translation>
    </message>
    <message>
        <source>Keychain: none, keys stay in memory</source>
        <translation>密钥链：无，密钥保留在内存中</translation>
    </message>
    <message>
        <source>There is no keychain on this computer: keys are kept in memory only, and are gone when CommKeys is closed.</source>
        <translation>此计算机没有密钥链：密钥只保留在内存中，CommKeys 关闭后即丢失。</translation>
    </message>
    <message>
        <source>Keychain: %1 is locked</source>
        <translation>密钥链：%1 已锁定</translation>
    </message>
    <message>
        <source>Keychain: none</source>
        <translation>密钥链：无</translation>
    </message>
    <message>
        <source>Keychain: %1 ✗</source>
        <translation>密钥链：%1 ✗</translation>
    </message>
    <message>
        <source>Your keychain is locked. Unlock it to see saved keys, to save keys and to regenerate keys.</source>
        <translation>你的密钥链已锁定。请将其解锁，以查看已保存的密钥、保存密钥和重新生成密钥。</translation>
    </message>
    <message>
        <source>CommKeys found no keychain on this computer. A key that you regenerate is in memory only until you quit CommKeys.</source>
        <translation>CommKeys 在此计算机上没有找到密钥链。重新生成的密钥只保留在内存中，直到你退出 CommKeys。</translation>
    </message>
    <message>
        <source>Your keychain isn&apos;t saving data. A key that you regenerate is in memory only until you quit CommKeys. If trying again doesn&apos;t help, copy keys that are only in memory, then restart CommKeys.</source>
        <translation>你的密钥链没有保存数据。重新生成的密钥只保留在内存中，直到你退出 CommKeys。如果重试无效，请复制仅在内存中的密钥，然后重新启动 CommKeys。</translation>
    </message>
</context>
<context>
    <name>CommKeys::KeysPanel</name>
    <message>
        <source>Select a resource to see its keys.</source>
        <translation>选择一个资源以查看其密钥。</translation>
    </message>
    <message>
        <source>Get keys from Azure</source>
        <translation>从 Azure 获取密钥</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Getting keys from Azure…</source>
        <translation>正在从 Azure 获取密钥…</translation>
    </message>
    <message>
        <source>Keeping the keys in the keychain…</source>
        <translation>正在将密钥保存到密钥链…</translation>
    </message>
    <message>
        <source>Azure records every fetch in the Activity Log.</source>
        <translation>Azure 会在活动日志中记录每次获取。</translation>
    </message>
    <message>
        <source>The keys could not be fetched: %1</source>
        <translation>无法获取密钥：%1</translation>
    </message>
    <message>
        <source>The keys are not in the keychain, only in memory until CommKeys closes. %1</source>
        <translation>密钥不在密钥链中，仅在内存中，CommKeys 关闭后即丢失。%1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Read the keychain again</source>
        <translation>重新读取密钥链</translation>
    </message>
</context>
<context>
    <name>CommKeys::LeftOpenRegenerations</name>
    <message>
        <source>What became of the regeneration of the %1 key of %2, begun %3, is not known.</source>
        <extracomment>%1: &quot;primary&quot; or &quot;secondary&quot;. %2: the name of a resource. %3: a date with a time</extracomment>
        <translation>%3 开始重新生成 %2 的%1密钥，其结果尚不清楚。</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>查明结果</translation>
    </message>
    <message>
        <source>Asking Azure which keys it accepts now…</source>
        <translation>正在向 Azure 查询当前有效的密钥…</translation>
    </message>
    <message>
        <source>%1: it could not be found out.</source>
        <extracomment>%1: the name of a resource</extracomment>
        <translation>%1：无法查明结果。</translation>
    </message>
    <message>
        <source>The %1 key that %2 accepts now is in your keychain.</source>
        <extracomment>%1: &quot;primary&quot; or &quot;secondary&quot;. %2: the name of a resource</extracomment>
        <translation>%2 当前有效的%1密钥已在密钥链中。</translation>
    </message>
    <message>
        <source>The %1 key that %2 accepts now is in memory; there is no keychain.</source>
        <extracomment>%1: &quot;primary&quot; or &quot;secondary&quot;. %2: the name of a resource</extracomment>
        <translation>%2 当前有效的%1密钥在内存中；没有密钥链。</translation>
    </message>
    <message>
        <source>The %1 key that %2 accepts now is only in memory: the keychain did not take it. Copy it before you close CommKeys.</source>
        <extracomment>%1: &quot;primary&quot; or &quot;secondary&quot;. %2: the name of a resource</extracomment>
        <translation>%2 当前有效的%1密钥仅在内存中：密钥链没有保存它。请在关闭 CommKeys 之前复制它。</translation>
    </message>
    <message>
        <source>%1 still has the %2 key from before: nothing had happened.</source>
        <extracomment>%1: the name of a resource. %2: &quot;primary&quot; or &quot;secondary&quot;</extracomment>
        <translation>%1 的%2密钥仍是之前的密钥：没有发生任何更改。</translation>
    </message>
    <message>
        <source>%1: it is still not known whether the %2 key was replaced, for Azure could not be asked.</source>
        <extracomment>%1: the name of a resource. %2: &quot;primary&quot; or &quot;secondary&quot;</extracomment>
        <translation>%1：仍不清楚%2密钥是否已被替换，因为无法向 Azure 查询。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Azure still returns the old key, or can&apos;t be asked. An interrupted request may still take effect; checking for up to 90 seconds…</source>
        <translation>Azure 仍返回旧密钥，或无法查询。中断的请求仍可能生效；将继续检查最多 90 秒…</translation>
    </message>
</context>
<context>
    <name>CommKeys::ListingFailures</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>A list of names that is cut short. %1: the first of them. %n: how many more there are</extracomment>
        <translation>
            <numerusform>%1 及另外 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n tenant(s) could not be listed: %2.</source>
        <extracomment>%1: how many of the %n. %2: their names</extracomment>
        <translation>
            <numerusform>%n 个租户中有 %1 个无法列出：%2。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n subscription(s) could not be listed: %2.</source>
        <extracomment>%1: how many of the %n. %2: their names</extracomment>
        <translation>
            <numerusform>%n 个订阅中有 %1 个无法列出：%2。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) from Azure couldn&apos;t be read: %1.</source>
        <extracomment>%n: how many entries of Azure&apos;s lists. %1: their names</extracomment>
        <translation>
            <numerusform>来自 Azure 的 %n 个条目无法读取：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Signing in didn&apos;t help. Ask an administrator of the tenant.</source>
        <translation>登录没有解决问题。请咨询租户管理员。</translation>
    </message>
</context>
<context>
    <name>CommKeys::ListingProgress</name>
    <message>
        <source>Subscriptions listed</source>
        <translation>已列出的订阅</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Looking for subscriptions…</source>
        <translation>正在查找订阅…</translation>
    </message>
    <message numerus="yes">
        <source>Listed %1 of %n subscription(s)</source>
        <extracomment>Progress. %1: how many are done. %n: how many there are</extracomment>
        <translation>
            <numerusform>已列出 %1 个订阅，共 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommKeys::LocalAuthState</name>
    <message>
        <source>The resource</source>
        <translation>资源</translation>
    </message>
</context>
<context>
    <name>CommKeys::MainWindow</name>
    <message>
        <source>Switch anyway</source>
        <translation>仍要切换</translation>
    </message>
    <message>
        <source>Sign out anyway</source>
        <translation>仍要注销</translation>
    </message>
    <message>
        <source>The settings could not be written; they hold until CommKeys is closed.</source>
        <translation>无法写入设置；它们在 CommKeys 关闭之前有效。</translation>
    </message>
    <message>
        <source>%1 is signed in now; this window still works as %2.</source>
        <extracomment>%1 and %2: accounts, such as avery@contoso.example</extracomment>
        <translation>%1 现已登录；此窗口仍使用 %2。</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>切换</translation>
    </message>
    <message>
        <source>%1 is still signed in.</source>
        <extracomment>%1: an account, such as avery@contoso.example</extracomment>
        <translation>%1 仍处于登录状态。</translation>
    </message>
    <message>
        <source>Continue as %1</source>
        <translation>以 %1 继续</translation>
    </message>
    <message>
        <source>You are signed out. What the keychain may hold of the sign-in is removed when it opens.</source>
        <translation>你已注销。密钥链中可能留存的登录信息将在密钥链打开时删除。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>%1 – Demo</source>
        <extracomment>Window title. %1: the program&apos;s name</extracomment>
        <translation>%1 – 演示</translation>
    </message>
    <message>
        <source>Quit anyway</source>
        <translation>仍要退出</translation>
    </message>
    <message>
        <source>CommKeys was started again with %1. This window stays as it is: to have that, close it first, or set it in the settings.</source>
        <extracomment>%1: options of a command line, such as &quot;--cloud AzureChinaCloud&quot;</extracomment>
        <translation>CommKeys 已使用 %1 再次启动。此窗口保持不变：如需使用该选项，请先关闭此窗口，或在设置中指定。</translation>
    </message>
</context>
<context>
    <name>CommKeys::MainWindowActions</name>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>注销(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Filter resources…</source>
        <translation>筛选资源(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Clear filter</source>
        <translation>清除筛选(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Get keys from Azure</source>
        <translation>从 Azure 获取密钥(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Copy connection string</source>
        <translation>复制连接字符串(&amp;C)</translation>
    </message>
    <message>
        <source>Copy &amp;endpoint</source>
        <translation>复制终结点(&amp;E)</translation>
    </message>
    <message>
        <source>Copy resource &amp;id</source>
        <translation>复制资源 ID(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Regenerate…</source>
        <translation>重新生成(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Whose key is this?…</source>
        <translation>这是谁的密钥？(&amp;W)…</translation>
    </message>
    <message>
        <source>Regeneration &amp;history…</source>
        <translation>重新生成历史记录(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;About CommKeys</source>
        <translation>关于 CommKeys(&amp;A)</translation>
    </message>
    <message>
        <source>List the resources again (F5)</source>
        <translation>重新列出资源 (F5)</translation>
    </message>
    <message>
        <source>Copy the primary connection string</source>
        <translation>复制主连接字符串</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Resource</source>
        <translation>资源(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>列(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Copy &amp;primary key as</source>
        <translation>将主密钥复制为(&amp;P)</translation>
    </message>
    <message>
        <source>Copy &amp;secondary key as</source>
        <translation>将辅助密钥复制为(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Open in Azure portal</source>
        <translation>在 Azure 门户中打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷方式(&amp;K)</translation>
    </message>
</context>
<context>
    <name>CommKeys::ManagementLock</name>
    <message>
        <source>The list of locks</source>
        <translation>锁列表</translation>
    </message>
</context>
<context>
    <name>CommKeys::MemoryStore</name>
    <message>
        <source>memory</source>
        <extracomment>The place where keys are kept when there is no keychain</extracomment>
        <translation>内存</translation>
    </message>
</context>
<context>
    <name>CommKeys::MessageBar</name>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>In front of a message that tells of something that went well.</extracomment>
        <translation>完成</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1:</source>
        <extracomment>In front of a message: &quot;Problem:&quot;</extracomment>
        <translation>%1：</translation>
    </message>
</context>
<context>
    <name>CommKeys::MsalCache</name>
    <message>
        <source>What is kept of the sign-in cannot be read.</source>
        <translation>无法读取所保存的登录信息。</translation>
    </message>
</context>
<context>
    <name>CommKeys::MsalCacheStore</name>
    <message>
        <source>Another CommKeys is changing the sign-in in the keychain.</source>
        <translation>另一个 CommKeys 正在更改密钥链中的登录信息。</translation>
    </message>
    <message>
        <source>Is it waiting for the keychain&apos;s password? Answer it, then try again.</source>
        <translation>它是否在等待输入密钥链的密码？请输入密码，然后重试。</translation>
    </message>
    <message>
        <source>The file %1 cannot be written.</source>
        <translation>无法写入文件 %1。</translation>
    </message>
    <message>
        <source>It is needed to change the sign-in in the keychain. Check who may write there.</source>
        <translation>更改密钥链中的登录信息需要此文件。请检查那里的写入权限。</translation>
    </message>
    <message>
        <source>The keychain took the sign-in and gave back something else.</source>
        <translation>密钥链接收了登录信息，但返回的内容不同。</translation>
    </message>
    <message>
        <source>What the keychain holds of the sign-in is damaged.</source>
        <translation>密钥链中的登录信息已损坏。</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>请重新登录。</translation>
    </message>
</context>
<context>
    <name>CommKeys::NetworkSettings</name>
    <message>
        <source>As the system says</source>
        <translation>使用系统设置</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>An HTTP proxy of my own</source>
        <translation>自定义 HTTP 代理</translation>
    </message>
    <message>
        <source>&amp;Proxy:</source>
        <translation>代理(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Host:</source>
        <translation>主机(&amp;H)：</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <translation>端口(&amp;O)：</translation>
    </message>
    <message>
        <source>Addresses of this computer itself are never reached through a proxy. A proxy that asks for a name and password cannot be used here: CommKeys keeps none. The Azure CLI has a proxy setting of its own.</source>
        <translation>访问此计算机自身的地址时从不经过代理。需要用户名和密码的代理不能在此使用：CommKeys 不保存它们。Azure CLI 有自己的代理设置。</translation>
    </message>
    <message>
        <source>The host is a name or an address alone, such as proxy.example.net.</source>
        <translation>主机只填名称或地址，例如 proxy.example.net。</translation>
    </message>
</context>
<context>
    <name>CommKeys::NextPage</name>
    <message>
        <source>The list has a next page, but its address isn&apos;t valid.</source>
        <translation>列表还有下一页，但其地址无效。</translation>
    </message>
    <message>
        <source>The list has a next page, but its address contains a user name. CommKeys doesn&apos;t follow it.</source>
        <translation>列表还有下一页，但其地址包含用户名。CommKeys 不会访问它。</translation>
    </message>
    <message>
        <source>The list continues at %1, and not at %2. CommKeys doesn&apos;t follow, so that no token is sent to another server.</source>
        <extracomment>%1, %2: addresses such as https://management.azure.com</extracomment>
        <translation>列表在 %1 继续，而不是在 %2。CommKeys 不会访问，以免将令牌发送到其他服务器。</translation>
    </message>
</context>
<context>
    <name>CommKeys::NoTokens</name>
    <message>
        <source>You are not signed in.</source>
        <translation>你尚未登录。</translation>
    </message>
</context>
<context>
    <name>CommKeys::PastedKey</name>
    <message>
        <source>There is no access key in it.</source>
        <translation>里面没有访问密钥。</translation>
    </message>
    <message>
        <source>Paste a connection string, which looks like endpoint=https://…/;accesskey=…, or an access key.</source>
        <translation>请粘贴形如 endpoint=https://…/;accesskey=… 的连接字符串，或一个访问密钥。</translation>
    </message>
    <message>
        <source>There is more than one endpoint in it.</source>
        <translation>里面有多个终结点。</translation>
    </message>
    <message>
        <source>Paste one connection string at a time.</source>
        <translation>请一次粘贴一个连接字符串。</translation>
    </message>
    <message>
        <source>It&apos;s unclear where the key in it begins.</source>
        <translation>无法确定其中的密钥从哪里开始。</translation>
    </message>
    <message>
        <source>Paste only the key or the connection string.</source>
        <translation>请只粘贴密钥或连接字符串。</translation>
    </message>
    <message>
        <source>There is more than one key in it.</source>
        <translation>里面有多个密钥。</translation>
    </message>
    <message>
        <source>Paste one connection string or key at a time.</source>
        <translation>请一次粘贴一个连接字符串或密钥。</translation>
    </message>
    <message>
        <source>It is too long for a connection string.</source>
        <translation>对于连接字符串来说太长了。</translation>
    </message>
</context>
<context>
    <name>CommKeys::Permission</name>
    <message>
        <source>The list of permissions</source>
        <translation>权限列表</translation>
    </message>
    <message>
        <source>The list of permissions could not be read: an entry of it is of another shape.</source>
        <translation>无法读取权限列表：其中一个条目的结构与预期不符。</translation>
    </message>
</context>
<context>
    <name>CommKeys::PolicyNotice</name>
    <message>
        <source>%1 can&apos;t be read.</source>
        <extracomment>%1: a file</extracomment>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>%1 has lines that aren&apos;t settings.</source>
        <extracomment>%1: a file</extracomment>
        <translation>%1 中有不是设置的行。</translation>
    </message>
    <message>
        <source>%1: there&apos;s no setting “%2”.</source>
        <extracomment>%1: a file; %2: the name of a setting</extracomment>
        <translation>%1：没有名为“%2”的设置。</translation>
    </message>
    <message>
        <source>%1: the value of “%2” isn&apos;t valid.</source>
        <extracomment>%1: a file; %2: the name of a setting</extracomment>
        <translation>%1：“%2”的值无效。</translation>
    </message>
    <message>
        <source>Some of your administrator&apos;s settings aren&apos;t in effect:</source>
        <translation>管理员的部分设置未生效：</translation>
    </message>
    <message numerus="yes">
        <source>And %n more; the log names them.</source>
        <translation>
            <numerusform>还有 %n 个；日志中有它们的名称。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommKeys::PreflightJob</name>
    <message>
        <source>It could not be found out %1: %2</source>
        <extracomment>%1: what was asked, such as &quot;whether you may do it&quot;. %2: why there was no answer</extracomment>
        <translation>无法确定%1：%2</translation>
    </message>
    <message>
        <source>whether you may do it</source>
        <translation>你是否有权执行此操作</translation>
    </message>
    <message>
        <source>You may not regenerate keys of %1.</source>
        <translation>你无权重新生成 %1 的密钥。</translation>
    </message>
    <message>
        <source>Ask for a role with the action %1, such as Contributor on the resource. A role that was granted just now can take some minutes.</source>
        <translation>请申请包含操作 %1 的角色，例如该资源的参与者。刚授予的角色可能要几分钟才能生效。</translation>
    </message>
    <message>
        <source>whether it is locked</source>
        <translation>它是否已被锁定</translation>
    </message>
    <message>
        <source>The lock “%1” forbids it.</source>
        <translation>锁“%1”禁止此操作。</translation>
    </message>
    <message>
        <source>It is a ReadOnly lock on %1. Whoever set it has to remove it first.</source>
        <extracomment>%1: the id of a subscription, a resource group or a resource</extracomment>
        <translation>这是 %1 上的只读锁。必须先由设置者移除。</translation>
    </message>
    <message>
        <source>whether its keys are accepted</source>
        <translation>它是否接受密钥</translation>
    </message>
    <message>
        <source>%1 does not accept access keys.</source>
        <translation>%1 不接受访问密钥。</translation>
    </message>
    <message>
        <source>Its local authentication is disabled (disableLocalAuth): applications sign in with Microsoft Entra ID there, and a new key would open nothing.</source>
        <translation>其本地身份验证已禁用 (disableLocalAuth)：应用程序在那里使用 Microsoft Entra ID 登录，新密钥不会起作用。</translation>
    </message>
    <message>
        <source>whether the keychain takes the new key</source>
        <translation>密钥链能否保存新密钥</translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation>请将其解锁，然后重试。</translation>
    </message>
    <message>
        <source>If you try again anyway, the new key will be in memory only until you quit CommKeys.</source>
        <translation>如果仍然重试，新密钥将只保留在内存中，直到你退出 CommKeys。</translation>
    </message>
    <message>
        <source>The keychain (%1) is locked.</source>
        <translation>密钥链（%1）已锁定。</translation>
    </message>
    <message>
        <source>The keychain (%1) isn&apos;t saving data.</source>
        <translation>密钥链（%1）没有保存数据。</translation>
    </message>
    <message>
        <source>There is no keychain (%1) any more.</source>
        <translation>密钥链（%1）不可用了。</translation>
    </message>
</context>
<context>
    <name>CommKeys::PrivacySettings</name>
    <message>
        <source>Forget shown keys when the &amp;screen is locked</source>
        <translation>锁定屏幕时清除显示的密钥(&amp;S)</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>Seconds, after a number</extracomment>
        <translation> 秒</translation>
    </message>
    <message>
        <source> min</source>
        <extracomment>Minutes, after a number</extracomment>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message numerus="yes">
        <source> day(s)</source>
        <extracomment>After a number</extracomment>
        <translation>
            <numerusform> 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the clip&amp;board after:</source>
        <translation>清除剪贴板前等待(&amp;B)：</translation>
    </message>
    <message>
        <source>&amp;Hide a shown key after:</source>
        <translation>隐藏所显示的密钥前等待(&amp;H)：</translation>
    </message>
    <message>
        <source>&amp;Forget shown keys when idle for:</source>
        <translation>空闲多久后清除显示的密钥(&amp;F)：</translation>
    </message>
    <message>
        <source>Forgotten are keys that this window shows or has ready. What your keychain holds stays there.</source>
        <translation>清除的是此窗口显示或备用的密钥。密钥链中保存的内容不受影响。</translation>
    </message>
    <message>
        <source>&amp;Remind of keys older than:</source>
        <translation>密钥超过此期限时提醒(&amp;R)：</translation>
    </message>
</context>
<context>
    <name>CommKeys::ProgressPage</name>
    <message>
        <source>Regenerating the primary key of %1</source>
        <translation>正在重新生成 %1 的主密钥</translation>
    </message>
    <message>
        <source>Regenerating the secondary key of %1</source>
        <translation>正在重新生成 %1 的辅助密钥</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>尚未进行任何更改。</translation>
    </message>
    <message>
        <source>This cannot be called back. It goes on when you close this window.</source>
        <translation>此操作无法撤回。关闭此窗口后它仍会继续。</translation>
    </message>
    <message>
        <source>Checking permissions, locks and the keychain…</source>
        <translation>正在检查权限、锁和密钥链…</translation>
    </message>
    <message>
        <source>Asking Azure what the primary key is now…</source>
        <translation>正在向 Azure 查询当前的主密钥…</translation>
    </message>
    <message>
        <source>Asking Azure what the secondary key is now…</source>
        <translation>正在向 Azure 查询当前的辅助密钥…</translation>
    </message>
    <message>
        <source>Asking Azure for a new primary key…</source>
        <translation>正在向 Azure 请求新的主密钥…</translation>
    </message>
    <message>
        <source>Asking Azure for a new secondary key…</source>
        <translation>正在向 Azure 请求新的辅助密钥…</translation>
    </message>
    <message>
        <source>The answer was lost. Asking Azure whether the key has been replaced…</source>
        <translation>应答已丢失。正在向 Azure 查询密钥是否已被替换…</translation>
    </message>
    <message>
        <source>Keeping the new key in the keychain…</source>
        <translation>正在将新密钥保存到密钥链…</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>完成。</translation>
    </message>
    <message>
        <source>Azure couldn&apos;t be asked whether the key was replaced. Checking again for up to 90 seconds…</source>
        <translation>无法向 Azure 查询密钥是否已被替换。将在最多 90 秒内再次检查…</translation>
    </message>
    <message>
        <source>Azure still returns the old primary key. An interrupted request may still take effect; checking for up to 90 seconds…</source>
        <translation>Azure 仍返回旧的主密钥。中断的请求仍可能生效；将继续检查最多 90 秒…</translation>
    </message>
    <message>
        <source>Azure still returns the old secondary key. An interrupted request may still take effect; checking for up to 90 seconds…</source>
        <translation>Azure 仍返回旧的辅助密钥。中断的请求仍可能生效；将继续检查最多 90 秒…</translation>
    </message>
</context>
<context>
    <name>CommKeys::QtKeychainCall</name>
    <message>
        <source>The keychain (%1) is locked.</source>
        <translation>密钥链（%1）已锁定。</translation>
    </message>
    <message>
        <source>Unlock it, then try again.</source>
        <translation>请将其解锁，然后重试。</translation>
    </message>
    <message>
        <source>There is no keychain (%1) to talk to.</source>
        <translation>没有可用的密钥链（%1）。</translation>
    </message>
    <message>
        <source>Keys stay in memory until you quit. Start the keychain service of your desktop, such as gnome-keyring or KWallet, then try again.</source>
        <translation>密钥将保留在内存中，直到你退出。请启动桌面的密钥链服务，例如 gnome-keyring 或 KWallet，然后重试。</translation>
    </message>
    <message>
        <source>The keychain (%1) has no default keyring.</source>
        <translation>密钥链（%1）没有默认密钥环。</translation>
    </message>
    <message>
        <source>Keys stay in memory until you quit. Create a keyring in the password program of your desktop, then try again.</source>
        <translation>密钥将保留在内存中，直到你退出。请在桌面的密码程序中创建密钥环，然后重试。</translation>
    </message>
    <message>
        <source>The keychain (%1) doesn&apos;t respond.</source>
        <translation>密钥链（%1）没有应答。</translation>
    </message>
    <message>
        <source>Copy keys that are only in memory, then restart CommKeys.</source>
        <translation>请复制仅在内存中的密钥，然后重新启动 CommKeys。</translation>
    </message>
    <message>
        <source>The keychain (%1) failed.</source>
        <translation>密钥链（%1）出错。</translation>
    </message>
    <message>
        <source>If trying again doesn&apos;t help, copy keys that are only in memory, then restart CommKeys.</source>
        <translation>如果重试无效，请复制仅在内存中的密钥，然后重新启动 CommKeys。</translation>
    </message>
    <message>
        <source>Is it asking for its password in a window behind this one? Answer it, then try again.</source>
        <translation>它是否在此窗口后面的窗口中等待输入密码？请输入密码，然后重试。</translation>
    </message>
</context>
<context>
    <name>CommKeys::QtKeychainStore</name>
    <message numerus="yes">
        <source>The entry is too large for a keychain: %n byte(s).</source>
        <translation>
            <numerusform>条目太大，密钥链无法保存：%n 字节。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommKeys::RecordText</name>
    <message>
        <source>Not known yet</source>
        <translation>尚不清楚</translation>
    </message>
    <message>
        <source>In the keychain; may be the key from before</source>
        <translation>在密钥链中；可能是之前的密钥</translation>
    </message>
    <message>
        <source>New key, in the keychain</source>
        <translation>新密钥，在密钥链中</translation>
    </message>
    <message>
        <source>New key, only in memory</source>
        <translation>新密钥，仅在内存中</translation>
    </message>
    <message>
        <source>Key has not changed</source>
        <translation>密钥未更改</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>A length of time. %1: seconds, &quot;1.2&quot;</extracomment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A line of details. %1: what it is, &quot;Request id&quot;. %2: the value</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>租户</translation>
    </message>
    <message>
        <source>Fingerprint before</source>
        <extracomment>Before part of the hash of the key that was replaced</extracomment>
        <translation>之前的指纹</translation>
    </message>
    <message>
        <source>Fingerprint after</source>
        <extracomment>Before part of the hash of the new key</extracomment>
        <translation>之后的指纹</translation>
    </message>
    <message>
        <source>Client request id</source>
        <translation>客户端请求 ID</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>请求 ID</translation>
    </message>
    <message>
        <source>Correlation id</source>
        <translation>相关 ID</translation>
    </message>
    <message>
        <source>Id in the journal</source>
        <translation>记录文件中的 ID</translation>
    </message>
</context>
<context>
    <name>CommKeys::RegenerateDialog</name>
    <message>
        <source>Regenerate an access key</source>
        <translation>重新生成访问密钥</translation>
    </message>
    <message>
        <source>Close, although the new key is not in your keychain?</source>
        <translation>新密钥不在密钥链中，仍要关闭吗？</translation>
    </message>
    <message>
        <source>The key before it no longer works. CommKeys holds the new %1 key of %2 in memory until it is closed; then it is gone from here.</source>
        <translation>之前的密钥已不再有效。CommKeys 在关闭之前会将 %2 的新%1密钥保留在内存中；之后它将从这里消失。</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>仍要关闭</translation>
    </message>
    <message>
        <source>Read the keychain again</source>
        <translation>重新读取密钥链</translation>
    </message>
</context>
<context>
    <name>CommKeys::RegenerationText</name>
    <message>
        <source>The new %1 key of %2 isn&apos;t in the keychain, only in memory.</source>
        <extracomment>%1: &quot;primary&quot; or &quot;secondary&quot;. %2: a resource&apos;s name</extracomment>
        <translation>%2 的新%1密钥不在密钥链中，只在内存中。</translation>
    </message>
    <message>
        <source>Select the resource to copy the key or to save it.</source>
        <translation>请选择该资源以复制或保存密钥。</translation>
    </message>
    <message>
        <source>It&apos;s unclear whether the %1 key of %2 was replaced.</source>
        <extracomment>%1: &quot;primary&quot; or &quot;secondary&quot;. %2: a resource&apos;s name</extracomment>
        <translation>尚不清楚 %2 的%1密钥是否已被替换。</translation>
    </message>
    <message>
        <source>Get the keys from Azure to see which key works now.</source>
        <translation>请从 Azure 获取密钥，以确认现在哪个密钥有效。</translation>
    </message>
    <message>
        <source>The %1 key of %2 was replaced after all. Azure returned the previous key for a while. The new key is saved.</source>
        <extracomment>%1: &quot;primary&quot; or &quot;secondary&quot;. %2: a resource&apos;s name</extracomment>
        <translation>%2 的%1密钥实际上已被替换。Azure 曾在一段时间内返回以前的密钥。新密钥已保存。</translation>
    </message>
</context>
<context>
    <name>CommKeys::ResourceCommands</name>
    <message>
        <source>No browser could be opened. The resource&apos;s page is %1</source>
        <translation>无法打开浏览器。资源的页面是 %1</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制地址</translation>
    </message>
</context>
<context>
    <name>CommKeys::ResourceGraph</name>
    <message>
        <source>The list of resources</source>
        <translation>资源列表</translation>
    </message>
    <message>
        <source>The list of resources could not be read: it has no rows.</source>
        <translation>无法读取资源列表：其中没有行。</translation>
    </message>
    <message>
        <source>The list of resources was cut off.</source>
        <translation>资源列表被截断。</translation>
    </message>
</context>
<context>
    <name>CommKeys::ResourceHeading</name>
    <message>
        <source>Endpoint</source>
        <translation>终结点</translation>
    </message>
    <message>
        <source>Resource id</source>
        <translation>资源 ID</translation>
    </message>
    <message>
        <source>Copy endpoint</source>
        <translation>复制终结点</translation>
    </message>
    <message>
        <source>Copy resource id</source>
        <translation>复制资源 ID</translation>
    </message>
    <message>
        <source>No endpoint yet</source>
        <translation>尚无终结点</translation>
    </message>
</context>
<context>
    <name>CommKeys::ResourceId</name>
    <message>
        <source>“%1” is not a subscription id: it must be a UUID such as 11112222-3333-4444-5555-666677778888.</source>
        <translation>“%1”不是订阅 ID：它必须是 UUID，例如 11112222-3333-4444-5555-666677778888。</translation>
    </message>
    <message>
        <source>“%1” is not a resource group name: letters, digits, - _ . ( ), at most 90, no full stop at the end.</source>
        <translation>“%1”不是资源组名称：只能包含字母、数字和 - _ . ( )，最多 90 个字符，且不能以句点结尾。</translation>
    </message>
    <message>
        <source>“%1” is not a resource name: only letters, digits, - and _, at most 63.</source>
        <translation>“%1”不是资源名称：只能包含字母、数字、- 和 _，最多 63 个字符。</translation>
    </message>
    <message>
        <source>“%1” is not the id of a Communication Services resource.</source>
        <translation>“%1”不是通信服务资源的 ID。</translation>
    </message>
</context>
<context>
    <name>CommKeys::ResourceListModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Resource group</source>
        <translation>资源组</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>Data location</source>
        <extracomment>Column: the geography in which the service stores data at rest, such as &quot;United States&quot;</extracomment>
        <translation>数据位置</translation>
    </message>
    <message>
        <source>Location</source>
        <extracomment>Column: the Azure location of the resource itself, nearly always &quot;Global&quot;</extracomment>
        <translation>位置</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>主机名</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>Column: the provisioning state of the resource, such as &quot;Succeeded&quot;</extracomment>
        <translation>状态</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Key age</source>
        <extracomment>Column: how old the older of a resource&apos;s two keys is</extracomment>
        <translation>密钥期限</translation>
    </message>
</context>
<context>
    <name>CommKeys::ResourceListPane</name>
    <message>
        <source>Looking for resources…</source>
        <translation>正在查找资源…</translation>
    </message>
    <message>
        <source>The resources could not be listed</source>
        <translation>无法列出资源</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>No Communication Services resources</source>
        <translation>没有通信服务资源</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>No resource matches the filter</source>
        <translation>没有与筛选条件匹配的资源</translation>
    </message>
    <message>
        <source>It looks in names, resource groups, subscriptions, locations, host names and tags.</source>
        <translation>在名称、资源组、订阅、位置、主机名和标记中查找。</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>This account can&apos;t see one in any subscription. A new resource can take a few minutes to appear: choose its subscription in the filter, then refresh. Otherwise create one in the Azure portal, or ask for the Reader role on its subscription.</source>
        <translation>此帐户在任何订阅中都看不到此类资源。新资源可能需要几分钟才会出现：请在筛选器中选择其订阅，然后刷新。否则请在 Azure 门户中创建一个，或申请该订阅的“读者”角色。</translation>
    </message>
    <message>
        <source>The tenants that are listed have none. Other tenants are excluded in the settings.</source>
        <translation>已列出的租户中没有任何资源。其他租户已在设置中被排除。</translation>
    </message>
</context>
<context>
    <name>CommKeys::ResourceListView</name>
    <message>
        <source>Resources</source>
        <translation>资源</translation>
    </message>
</context>
<context>
    <name>CommKeys::ResourceLock</name>
    <message>
        <source>Another CommKeys is regenerating a key of %1.</source>
        <translation>另一个 CommKeys 正在重新生成 %1 的密钥。</translation>
    </message>
    <message>
        <source>The file %1 cannot be written.</source>
        <translation>无法写入文件 %1。</translation>
    </message>
    <message>
        <source>It keeps a second CommKeys from regenerating a key of %1 at the same time. Check who may write there, and whether the disk is full.</source>
        <translation>它用于防止另一个 CommKeys 同时重新生成 %1 的密钥。请检查那里的写入权限，以及磁盘是否已满。</translation>
    </message>
    <message>
        <source>Try again in a few seconds. If that doesn&apos;t help, delete the file %1.</source>
        <translation>请过几秒后重试。如果没有用，请删除文件 %1。</translation>
    </message>
    <message>
        <source>A regeneration takes minutes. If CommKeys isn&apos;t running on %1 any more, or that computer is gone or was reinstalled, delete the file %2, then try again. Otherwise wait until it&apos;s done there: the two keys of a resource are never regenerated at the same time.</source>
        <translation>重新生成只需几分钟。如果 CommKeys 已不在 %1 上运行，或者该计算机已不存在或已重新安装，请删除文件 %2，然后重试。否则请等待那边完成：绝不会同时重新生成一个资源的两个密钥。</translation>
    </message>
    <message>
        <source>The two keys of a resource are never regenerated at the same time. Wait until it&apos;s done there, or quit that CommKeys, then try again.</source>
        <translation>绝不会同时重新生成一个资源的两个密钥。请等待那边完成，或退出那个 CommKeys，然后重试。</translation>
    </message>
    <message>
        <source>%1 is locked since %4 by CommKeys on another computer (process %2 on %3).</source>
        <extracomment>%1: a resource; %2: the number of a process; %3: a computer; %4: a date and time</extracomment>
        <translation>自 %4 起，%1 被另一台计算机上的 CommKeys（%3 上的进程 %2）锁定。</translation>
    </message>
    <message>
        <source>Another CommKeys (process %1 on %2) is regenerating a key of %3, since %4.</source>
        <extracomment>%1: the number of a process; %2: a computer; %3: a resource; %4: a date and time</extracomment>
        <translation>自 %4 起，另一个 CommKeys（%2 上的进程 %1）正在重新生成 %3 的密钥。</translation>
    </message>
</context>
<context>
    <name>CommKeys::ResourcePage</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>You are signed in, but the keychain did not take it: you will have to sign in again after closing CommKeys.</source>
        <translation>你已登录，但密钥链没有保存登录信息：关闭 CommKeys 后必须重新登录。</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>重新登录</translation>
    </message>
    <message>
        <source>Sign in to %1…</source>
        <extracomment>%1: the name of a tenant, which is a directory of Microsoft Entra ID</extracomment>
        <translation>登录到 %1…</translation>
    </message>
    <message>
        <source>The listing was cancelled: there may be resources that are not in the list.</source>
        <translation>列出操作已取消：可能有资源不在列表中。</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Azure cannot be reached. The list is as of %1; what your keychain holds of these resources can be read and copied.</source>
        <extracomment>%1: a date and a time</extracomment>
        <translation>无法连接到 Azure。列表截至 %1；密钥链中保存的这些资源的内容可以读取和复制。</translation>
    </message>
    <message numerus="yes">
        <source>Exclude %n tenants</source>
        <extracomment>%n: how many tenants, which are directories of Microsoft Entra ID</extracomment>
        <translation>
            <numerusform>排除 %n 个租户</numerusform>
        </translation>
    </message>
    <message>
        <source>Exclude %1</source>
        <extracomment>%1: the name of a tenant, which is a directory of Microsoft Entra ID</extracomment>
        <translation>排除 %1</translation>
    </message>
</context>
<context>
    <name>CommKeys::ResultPage</name>
    <message>
        <source>Copy connection string</source>
        <translation>复制连接字符串</translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation>复制密钥</translation>
    </message>
    <message>
        <source>Get keys from Azure</source>
        <translation>从 Azure 获取密钥</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The %1 key that Azure accepts now is kept.</source>
        <extracomment>%1: &quot;primary&quot; or &quot;secondary&quot;</extracomment>
        <translation>Azure 当前接受的%1密钥已保存。</translation>
    </message>
    <message>
        <source>The new %1 key is in memory.</source>
        <extracomment>%1: &quot;primary&quot; or &quot;secondary&quot;</extracomment>
        <translation>新的%1密钥在内存中。</translation>
    </message>
    <message>
        <source>The new %1 key is in your keychain.</source>
        <extracomment>%1: &quot;primary&quot; or &quot;secondary&quot;</extracomment>
        <translation>新的%1密钥已在密钥链中。</translation>
    </message>
    <message>
        <source>The %1 key that Azure accepts now is only in memory.</source>
        <extracomment>%1: &quot;primary&quot; or &quot;secondary&quot;</extracomment>
        <translation>Azure 当前接受的%1密钥仅在内存中。</translation>
    </message>
    <message>
        <source>The new %1 key is only in memory.</source>
        <extracomment>%1: &quot;primary&quot; or &quot;secondary&quot;</extracomment>
        <translation>新的%1密钥仅在内存中。</translation>
    </message>
    <message>
        <source>The %1 key has not changed.</source>
        <extracomment>%1: &quot;primary&quot; or &quot;secondary&quot;</extracomment>
        <translation>%1密钥没有更改。</translation>
    </message>
    <message>
        <source>The %1 key may have been replaced, or it may not.</source>
        <extracomment>%1: &quot;primary&quot; or &quot;secondary&quot;</extracomment>
        <translation>%1密钥可能已被替换，也可能没有。</translation>
    </message>
    <message>
        <source>This is the %1 key that Azure accepts now.</source>
        <extracomment>%1: &quot;primary&quot; or &quot;secondary&quot;</extracomment>
        <translation>这是 Azure 当前接受的%1密钥。</translation>
    </message>
    <message>
        <source>The answer was lost, and what the key was before could not be asked: this may be a new key or the one from before. Whether your applications still work tells.</source>
        <translation>应答已丢失，也无法查询之前的密钥：这可能是新密钥，也可能是之前的密钥。可以根据你的应用程序是否仍能工作来判断。</translation>
    </message>
    <message>
        <source>The key before it no longer works.</source>
        <translation>之前的密钥已不再有效。</translation>
    </message>
    <message>
        <source>There is no keychain. Copy the key before you close CommKeys; the key before it no longer works.</source>
        <translation>没有密钥链。请在关闭 CommKeys 之前复制该密钥；之前的密钥已不再有效。</translation>
    </message>
    <message>
        <source>The keychain did not take it. Copy it or try again before you close CommKeys; the key before it no longer works.</source>
        <translation>密钥链没有保存它。请在关闭 CommKeys 之前复制它或重试；之前的密钥已不再有效。</translation>
    </message>
    <message>
        <source>The answer was lost, and Azure could not be asked what has become of it. Get the keys from Azure before anything else: regenerating again could replace the key a second time.</source>
        <translation>应答已丢失，也无法向 Azure 查询结果。请首先从 Azure 获取密钥：再次重新生成可能会第二次替换密钥。</translation>
    </message>
    <message>
        <source>It is in your keychain. If your applications no longer work, give them this one.</source>
        <translation>它已在密钥链中。如果你的应用程序不再工作，请让它们使用此密钥。</translation>
    </message>
    <message>
        <source>It is not in your keychain. If your applications no longer work, give them this one.</source>
        <translation>它不在密钥链中。如果你的应用程序不再工作，请让它们使用此密钥。</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>正在处理…</translation>
    </message>
</context>
<context>
    <name>CommKeys::RetryText</name>
    <message>
        <source>Azure is throttling requests.</source>
        <translation>Azure 正在限制请求。</translation>
    </message>
    <message numerus="yes">
        <source>%1 Retrying in %n second(s).</source>
        <extracomment>%1: a sentence that says what went wrong</extracomment>
        <translation>
            <numerusform>%1 %n 秒后重试。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommKeys::RotationDesk</name>
    <message>
        <source>A key of %1 is being regenerated at this moment.</source>
        <translation>此刻正在重新生成 %1 的一个密钥。</translation>
    </message>
    <message>
        <source>The two keys of a resource are never regenerated at the same time. Wait until it is done.</source>
        <translation>同一资源的两个密钥绝不会同时重新生成。请等待完成。</translation>
    </message>
</context>
<context>
    <name>CommKeys::RotationJob</name>
    <message>
        <source>Azure&apos;s answer doesn&apos;t contain the regenerated key.</source>
        <translation>Azure 的回复不包含重新生成的密钥。</translation>
    </message>
    <message>
        <source>Azure&apos;s answer contains the previous key.</source>
        <translation>Azure 的回复包含的是以前的密钥。</translation>
    </message>
    <message>
        <source>Azure&apos;s answer doesn&apos;t contain the %1 key.</source>
        <translation>Azure 的回复不包含%1密钥。</translation>
    </message>
    <message>
        <source>Azure returns a %1 key that was replaced before.</source>
        <translation>Azure 返回的是之前已被替换的%1密钥。</translation>
    </message>
</context>
<context>
    <name>CommKeys::RotationJournal</name>
    <message>
        <source>This regeneration cannot be noted: a part of it is missing or too long.</source>
        <translation>无法记录此次重新生成：缺少某个部分或其过长。</translation>
    </message>
    <message>
        <source>It gave back something else.</source>
        <translation>返回的内容不同。</translation>
    </message>
    <message>
        <source>The journal of regenerations was written by a newer CommKeys, and cannot be continued.</source>
        <translation>重新生成的记录文件由更新版本的 CommKeys 写入，无法继续写入。</translation>
    </message>
    <message>
        <source>Use the newest CommKeys on this computer. The journal is %1.</source>
        <translation>请在此计算机上使用最新的 CommKeys。记录文件为 %1。</translation>
    </message>
    <message>
        <source>Another CommKeys is writing to the journal of regenerations.</source>
        <translation>另一个 CommKeys 正在写入重新生成的记录文件。</translation>
    </message>
    <message>
        <source>Wait a moment, then try again. The journal is %1.</source>
        <translation>请稍候再试。记录文件为 %1。</translation>
    </message>
    <message>
        <source>The journal of regenerations (%1) cannot be read.</source>
        <translation>无法读取重新生成的记录文件（%1）。</translation>
    </message>
    <message>
        <source>Without it CommKeys regenerates no key, so that none is lost. Check who may read the file.</source>
        <translation>没有它，CommKeys 不会重新生成密钥，以免丢失密钥。请检查该文件的读取权限。</translation>
    </message>
    <message>
        <source>The journal of regenerations (%1) cannot be written.</source>
        <translation>无法写入重新生成的记录文件（%1）。</translation>
    </message>
    <message>
        <source>Without it CommKeys regenerates no key, so that none is lost. Check whether the disk is full, and who may write there.</source>
        <translation>没有它，CommKeys 不会重新生成密钥，以免丢失密钥。请检查磁盘是否已满，以及那里的写入权限。</translation>
    </message>
</context>
<context>
    <name>CommKeys::SecretField</name>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>无密钥</translation>
    </message>
    <message>
        <source>Hidden, fingerprint ends in %1</source>
        <extracomment>For screen readers, in place of a row of bullets. %1: four letters by which two keys can be told apart.</extracomment>
        <translation>已隐藏，指纹以 %1 结尾</translation>
    </message>
    <message>
        <source>The last letters are of the key&apos;s fingerprint, not of the key.</source>
        <translation>末尾的字母属于密钥的指纹，而不是密钥本身。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>CommKeys::SecretLock</name>
    <message numerus="yes">
        <source>CommKeys was not used for %n minute(s), so it has forgotten the keys it showed.</source>
        <translation>
            <numerusform>CommKeys 已有 %n 分钟未使用，因此清除了所显示的密钥。</numerusform>
        </translation>
    </message>
    <message>
        <source>The screen was locked, so CommKeys has forgotten the keys it showed.</source>
        <translation>屏幕已锁定，因此 CommKeys 清除了所显示的密钥。</translation>
    </message>
</context>
<context>
    <name>CommKeys::SelfCheck</name>
    <message>
        <source>the list of resources</source>
        <translation>资源列表</translation>
    </message>
    <message>
        <source>the resource in the list</source>
        <translation>列表中的资源</translation>
    </message>
    <message>
        <source>the button that gets the keys</source>
        <translation>获取密钥的按钮</translation>
    </message>
    <message>
        <source>the keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>the dialog</source>
        <translation>对话框</translation>
    </message>
    <message>
        <source>the confirmation</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>the new key</source>
        <translation>新密钥</translation>
    </message>
    <message>
        <source>the new connection string</source>
        <translation>新的连接字符串</translation>
    </message>
    <message>
        <source>the keychain</source>
        <translation>密钥链</translation>
    </message>
    <message>
        <source>the dialog to close</source>
        <translation>对话框关闭</translation>
    </message>
    <message>
        <source>the picture</source>
        <translation>截图</translation>
    </message>
    <message>
        <source>waited in vain for %1</source>
        <extracomment>%1: what was waited for, such as &quot;the list of resources&quot;</extracomment>
        <translation>没有等到%1</translation>
    </message>
    <message>
        <source>waited in vain for %1; the window says: “%2”</source>
        <extracomment>%1: what was waited for, such as &quot;the list of resources&quot;; %2: whole sentences</extracomment>
        <translation>没有等到%1；窗口显示：“%2”</translation>
    </message>
    <message>
        <source>Failed in step %1: %2.</source>
        <translation>步骤 %1 失败：%2。</translation>
    </message>
    <message>
        <source>the window has no Demo mark</source>
        <translation>窗口没有演示标记</translation>
    </message>
    <message>
        <source>Listed %1.</source>
        <translation>已列出%1。</translation>
    </message>
    <message>
        <source>Chose %1 in %2, resource group %3.</source>
        <translation>已选择 %2 中的 %1，资源组 %3。</translation>
    </message>
    <message>
        <source>Asked Azure for its keys.</source>
        <translation>已向 Azure 请求其密钥。</translation>
    </message>
    <message>
        <source>Copied the primary connection string: fingerprint %1.</source>
        <translation>已复制主连接字符串：指纹 %1。</translation>
    </message>
    <message>
        <source>the default of the dialog is not to cancel</source>
        <translation>对话框的默认操作不是取消</translation>
    </message>
    <message>
        <source>the dialog does not ask before it regenerates</source>
        <translation>对话框在重新生成之前没有询问</translation>
    </message>
    <message>
        <source>Opened the dialog; its default is Cancel.</source>
        <translation>已打开对话框；其默认操作是取消。</translation>
    </message>
    <message>
        <source>Confirmed, and started to regenerate the primary key.</source>
        <translation>已确认，并开始重新生成主密钥。</translation>
    </message>
    <message>
        <source>The window says that the new key is in the keychain.</source>
        <translation>窗口显示新密钥已在密钥链中。</translation>
    </message>
    <message>
        <source>There is a new key. It is in memory only, since there is no keychain that takes it.</source>
        <translation>已有新密钥。由于没有能保存它的密钥链，它仅在内存中。</translation>
    </message>
    <message>
        <source>the key was not regenerated</source>
        <translation>密钥没有重新生成</translation>
    </message>
    <message>
        <source>the clipboard does not hold a new connection string</source>
        <translation>剪贴板中没有新的连接字符串</translation>
    </message>
    <message>
        <source>Copied the new connection string: fingerprint %1.</source>
        <translation>已复制新的连接字符串：指纹 %1。</translation>
    </message>
    <message>
        <source>Nothing to compare in the keychain.</source>
        <translation>密钥链中没有可供比较的内容。</translation>
    </message>
    <message>
        <source>the keychain could not be read: %1</source>
        <translation>无法读取密钥链：%1</translation>
    </message>
    <message>
        <source>the keychain holds another connection string</source>
        <translation>密钥链中是另一个连接字符串</translation>
    </message>
    <message>
        <source>The keychain holds the same.</source>
        <translation>密钥链中的内容与此相同。</translation>
    </message>
    <message>
        <source>Closed the dialog.</source>
        <translation>已关闭对话框。</translation>
    </message>
    <message>
        <source>All is as it should be.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>the picture could not be written to %1</source>
        <translation>无法将截图写入 %1</translation>
    </message>
    <message>
        <source>All is as it should be; a picture of the window is in %1.</source>
        <translation>一切正常；窗口截图位于 %1。</translation>
    </message>
    <message>
        <source>the window says: “%1”</source>
        <extracomment>%1: whole sentences</extracomment>
        <translation>窗口显示：“%1”</translation>
    </message>
</context>
<context>
    <name>CommKeys::ServiceUrl</name>
    <message>
        <source>%1 “%2” is not an address such as https://management.azure.com.</source>
        <translation>%1“%2”不是有效地址，正确的形式如 https://management.azure.com。</translation>
    </message>
    <message>
        <source>%1 “%2” is not encrypted.</source>
        <translation>%1“%2”未加密。</translation>
    </message>
    <message>
        <source>Use https. Plain http is allowed only to this computer itself.</source>
        <translation>请使用 https。只有访问本机时才允许使用未加密的 http。</translation>
    </message>
</context>
<context>
    <name>CommKeys::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>还原默认值</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>设置的页面</translation>
    </message>
    <message>
        <source>Keys and privacy</source>
        <translation>密钥与隐私</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>A field under “%1” is not right yet.</source>
        <translation>“%1”下有一个字段尚不正确。</translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation>租户</translation>
    </message>
</context>
<context>
    <name>CommKeys::SettingsPage</name>
    <message>
        <source>Set by your administrator.</source>
        <translation>由你的管理员设置。</translation>
    </message>
</context>
<context>
    <name>CommKeys::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷方式</translation>
    </message>
    <message>
        <source>Tab goes through the window. In the list, Enter gets the keys from Azure. The Menu key or Shift+F10 opens the commands of what has the keyboard.</source>
        <translation>Tab 在窗口中依次移动。在列表中，Enter 从 Azure 获取密钥。菜单键或 Shift+F10 打开当前焦点处的命令。</translation>
    </message>
    <message>
        <source>Command</source>
        <extracomment>Columns of the list of shortcuts</extracomment>
        <translation>命令</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
</context>
<context>
    <name>CommKeys::SignInDialog</name>
    <message>
        <source>Sign in with a code</source>
        <translation>使用代码登录</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Opening your browser…</source>
        <translation>正在打开浏览器…</translation>
    </message>
    <message>
        <source>Asking for a code…</source>
        <translation>正在请求代码…</translation>
    </message>
</context>
<context>
    <name>CommKeys::SignInError</name>
    <message>
        <source>Get a new code</source>
        <translation>获取新代码</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>复制命令</translation>
    </message>
</context>
<context>
    <name>CommKeys::SignInListener</name>
    <message>
        <source>CommKeys does not expect an answer here.</source>
        <translation>CommKeys 此时不在等待应答。</translation>
    </message>
    <message>
        <source>CommKeys has your answer. You may close this page.</source>
        <translation>CommKeys 已收到应答。你可以关闭此页面。</translation>
    </message>
    <message>
        <source>You are not signed in. You may close this page.</source>
        <translation>你尚未登录。你可以关闭此页面。</translation>
    </message>
</context>
<context>
    <name>CommKeys::SignInSettings</name>
    <message>
        <source>The application registration in Microsoft Entra ID is the program that asks you to sign in. Change it where your organization has one of its own; name the tenant, by its GUID or a domain, where you are a guest.</source>
        <translation>Microsoft Entra ID 中的应用注册就是要求你登录的程序。如果你的组织有自己的应用注册，请在此更改；如果你是来宾，请用 GUID 或域名指定租户。</translation>
    </message>
    <message>
        <source>All of this takes effect at the next sign-in.</source>
        <translation>以上设置在下次登录时生效。</translation>
    </message>
    <message>
        <source>A cloud of my own</source>
        <translation>自己的云</translation>
    </message>
    <message>
        <source>&amp;Cloud:</source>
        <translation>云(&amp;C)：</translation>
    </message>
    <message>
        <source>&amp;ARM address:</source>
        <extracomment>ARM is Azure Resource Manager</extracomment>
        <translation>ARM 地址(&amp;A)：</translation>
    </message>
    <message>
        <source>The account&apos;s own</source>
        <extracomment>Where a tenant could be named and is not</extracomment>
        <translation>帐户自己的</translation>
    </message>
    <message>
        <source>Application (client) &amp;id:</source>
        <translation>应用程序(客户端) ID(&amp;I)：</translation>
    </message>
    <message>
        <source>&amp;Tenant:</source>
        <translation>租户(&amp;T)：</translation>
    </message>
    <message>
        <source>The ARM address</source>
        <translation>ARM 地址</translation>
    </message>
    <message>
        <source>The application id is a GUID, such as %1.</source>
        <translation>应用程序 ID 是 GUID，例如 %1。</translation>
    </message>
    <message>
        <source>The tenant is a GUID or a domain, such as contoso.example.</source>
        <extracomment>contoso.example is an example and may be replaced by another</extracomment>
        <translation>租户是 GUID 或域名，例如 contoso.example。</translation>
    </message>
</context>
<context>
    <name>CommKeys::SilentTokenJob</name>
    <message>
        <source>You are not signed in.</source>
        <translation>你尚未登录。</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>请重新登录。</translation>
    </message>
    <message>
        <source>The sign-in service gave a token of another account.</source>
        <translation>登录服务给出的是另一个帐户的令牌。</translation>
    </message>
</context>
<context>
    <name>CommKeys::StatusLine</name>
    <message numerus="yes">
        <source>%Ln resource(s)</source>
        <extracomment>Half of a sentence; the other half is &quot;in %n subscription(s)&quot;</extracomment>
        <translation>
            <numerusform>%Ln 个资源</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln subscription(s)</source>
        <extracomment>Half of a sentence; the first half is &quot;%n resource(s)&quot;</extracomment>
        <translation>
            <numerusform>%Ln 个订阅</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1: &quot;1,204 resources&quot;. %2: &quot;in 14 subscriptions&quot;</extracomment>
        <translation>%2中的 %1</translation>
    </message>
    <message>
        <source>%1 · updated %2</source>
        <extracomment>%1: &quot;1,204 resources in 14 subscriptions&quot;. %2: a time of day, with the date unless it is today</extracomment>
        <translation>%1 · 更新于 %2</translation>
    </message>
    <message>
        <source>Clipboard clears in %1 s</source>
        <extracomment>%1: seconds</extracomment>
        <translation>剪贴板将在 %1 秒后清空</translation>
    </message>
    <message>
        <source>Azure is throttling requests. Retrying in %1 s</source>
        <extracomment>%1: seconds</extracomment>
        <translation>Azure 正在限制请求。%1 秒后重试</translation>
    </message>
    <message>
        <source>A request failed. Retrying in %1 s</source>
        <translation>请求失败。%1 秒后重试</translation>
    </message>
    <message>
        <source>The clipboard couldn&apos;t be cleared. Click this window to clear it.</source>
        <translation>剪贴板未能清空。请单击此窗口以清空剪贴板。</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1: &quot;1,204 resources in 14 subscriptions&quot;. %2: &quot;2 tenants excluded&quot;</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tenant(s) excluded</source>
        <translation>
            <numerusform>已排除 %Ln 个租户</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommKeys::Subscription</name>
    <message>
        <source>The list of subscriptions</source>
        <translation>订阅列表</translation>
    </message>
</context>
<context>
    <name>CommKeys::SystemProxies</name>
    <message>
        <source>This computer&apos;s proxy settings can&apos;t be read: the proxy script doesn&apos;t answer.</source>
        <translation>无法读取此计算机的代理设置：代理脚本没有响应。</translation>
    </message>
    <message>
        <source>The proxy script at %1 doesn&apos;t answer.</source>
        <translation>位于 %1 的代理脚本没有响应。</translation>
    </message>
    <message>
        <source>Check your network or VPN and try again, or enter the proxy in the settings.</source>
        <translation>请检查网络或 VPN 后重试，或在设置中输入代理。</translation>
    </message>
</context>
<context>
    <name>CommKeys::Tenant</name>
    <message>
        <source>The list of tenants</source>
        <translation>租户列表</translation>
    </message>
</context>
<context>
    <name>CommKeys::TenantSettings</name>
    <message>
        <source>&amp;List these tenants:</source>
        <translation>列出这些租户(&amp;L)：</translation>
    </message>
    <message>
        <source>A tenant that isn&apos;t checked is never asked for its subscriptions, and no message reports it. Resources of other tenants stay in the list.</source>
        <translation>未勾选的租户不会被查询订阅，也不会有消息提示。其他租户的资源仍保留在列表中。</translation>
    </message>
    <message>
        <source>The tenants that your account can reach appear here after they have been listed.</source>
        <translation>列出之后，你的帐户可访问的租户会显示在此处。</translation>
    </message>
</context>
<context>
    <name>CommKeys::TokenAnswer</name>
    <message>
        <source>The sign-in service answered without a token.</source>
        <translation>登录服务的应答中没有令牌。</translation>
    </message>
    <message>
        <source>Is a proxy or a sign-in page of the network in the way?</source>
        <translation>中间是否有代理或网络的登录页面？</translation>
    </message>
</context>
<context>
    <name>CommKeys::WaitingPanel</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>正在等待</translation>
    </message>
    <message>
        <source>Open the browser again</source>
        <translation>再次打开浏览器</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>%1 Trying again in %2 s…</source>
        <extracomment>%1: a sentence that says what went wrong. %2: seconds</extracomment>
        <translation>%1 %2 秒后重试…</translation>
    </message>
    <message>
        <source>Go on in your browser…</source>
        <translation>请在浏览器中继续…</translation>
    </message>
    <message>
        <source>No browser could be started.</source>
        <translation>无法启动浏览器。</translation>
    </message>
    <message>
        <source>Is there no page? Open it again, or copy its address into another browser on this computer.</source>
        <translation>没有出现页面？请再次打开，或将其地址复制到此计算机上的其他浏览器中。</translation>
    </message>
    <message>
        <source>Copy the address into a browser on this computer. If there is none, cancel and sign in with a code.</source>
        <translation>请将地址复制到此计算机上的浏览器中。如果没有浏览器，请取消并使用代码登录。</translation>
    </message>
    <message>
        <source>Open this page in a browser, on this computer or another, and enter the code:</source>
        <translation>请在此计算机或其他计算机的浏览器中打开此页面，并输入代码：</translation>
    </message>
    <message>
        <source>The browser could not be opened. Copy the address, and open it in a browser on this computer yourself.</source>
        <translation>无法打开浏览器。请复制地址，自行在此计算机的浏览器中打开。</translation>
    </message>
</context>
<context>
    <name>CommKeys::WaysIn</name>
    <message>
        <source>Opening the demo…</source>
        <translation>正在打开演示…</translation>
    </message>
    <message>
        <source>Signing in with the Azure CLI…</source>
        <translation>正在使用 Azure CLI 登录…</translation>
    </message>
    <message>
        <source>Opening your browser…</source>
        <translation>正在打开浏览器…</translation>
    </message>
    <message>
        <source>Asking for a code…</source>
        <translation>正在请求代码…</translation>
    </message>
    <message>
        <source>Going on as %1…</source>
        <extracomment>%1: an account, such as avery@contoso.example</extracomment>
        <translation>正在以 %1 继续…</translation>
    </message>
    <message>
        <source>Opening your sign-in…</source>
        <translation>正在打开你的登录…</translation>
    </message>
</context>
<context>
    <name>CommKeys::WhoseKeyDialog</name>
    <message>
        <source>Whose key is this?</source>
        <translation>这是谁的密钥？</translation>
    </message>
    <message>
        <source>It is compared with what this computer knows: the keys that CommKeys keeps and the history. Nothing is sent, and nothing of it is kept.</source>
        <translation>将其与此计算机已知的内容进行比较：CommKeys 保存的密钥和历史记录。不会发送任何内容，也不会保存其任何部分。</translation>
    </message>
    <message>
        <source>&amp;Connection string or access key:</source>
        <translation>连接字符串或访问密钥(&amp;C)：</translation>
    </message>
    <message>
        <source>Connection string or access key</source>
        <translation>连接字符串或访问密钥</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
</context>
<context>
    <name>CommKeys::WindowToolBar</name>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>This is a made-up Azure inside the program: nothing here is real.</source>
        <translation>这是程序内部虚构的 Azure：其中的一切都不是真实的。</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>工具栏</translation>
    </message>
</context>
<context>
    <name>CommKeys::copyKey</name>
    <message>
        <source>Connection string of %1 (%2)</source>
        <extracomment>In the status bar, of what was copied. %1: a resource&apos;s name. %2: &quot;primary&quot; or &quot;secondary&quot;.</extracomment>
        <translation>%1 的%2连接字符串</translation>
    </message>
    <message>
        <source>Key of %1 (%2)</source>
        <extracomment>In the status bar, of what was copied. %1: a resource&apos;s name. %2: &quot;primary&quot; or &quot;secondary&quot;.</extracomment>
        <translation>%1 的%2密钥</translation>
    </message>
</context>
<context>
    <name>CommKeys::relativeTime</name>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n 分钟前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n 小时前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>%n 个月前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>%n 年前</numerusform>
        </translation>
    </message>
</context>
</TS>
